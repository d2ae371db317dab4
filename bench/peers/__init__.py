"""newsbrief beside other site generators, in one run; see docs/performance.md."""
