"""What each kind of time expression means: (type, value), with the value "" where it cannot be told.

The values follow TIMEX3 (ISO-TimeML, ISO 24617-1): 2023-09-20, 2023-W37, 2023-09, 2023-Q3, 2023-SU, 2023, 198, P2Y,
2023-09-20TMO, 2023-09-20T15:00, 2023-W37-WE, FY2023, XXXX-WXX-1, PAST_REF, PRESENT_REF, FUTURE_REF.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsbrief.extract.dates.meanings import anchored, days, lengths, months, weekdays
from newsbrief.extract.dates.meanings.shape import Meaning

MEANINGS: Mapping[str, Meaning] = {
    **months.MEANINGS,
    **days.MEANINGS,
    **weekdays.MEANINGS,
    **anchored.MEANINGS,
    **lengths.MEANINGS,
}
