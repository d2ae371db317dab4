"""A Pelican plugin: neighbours of each article, and the numbered pages of long lists, counted from the oldest."""

from itertools import pairwise

from pelican import signals
from pelican.generators import Generator

PER_PAGE = 50


def newest(articles):
    """How many stand on the list's own page."""
    return len(articles) - max(len(articles) // PER_PAGE - 1, 0) * PER_PAGE


class Sheets(Generator):
    """Writes the pages that Pelican's own paging, which counts from the newest, does not know."""

    def generate_context(self):
        """Runs after articles were read and put in order."""
        for newer, older in pairwise(self.context["articles"]):
            newer.older, older.newer = older, newer

    def generate_output(self, writer):
        """One file a numbered page."""
        template = self.get_template("sheet")
        for title, articles in [*self.context["tags"], *self.context["categories"]]:
            first = newest(articles)
            full = (len(articles) - first) // PER_PAGE
            for place in range(full):
                number = full - place
                url = f"{title.url}{number}/"
                start = first + place * PER_PAGE
                writer.write_file(
                    f"{url}index.html",
                    template,
                    self.context,
                    url=url,
                    title=title,
                    articles=articles[start : start + PER_PAGE],
                    newer=f"{title.url}{number + 1}/" if place else title.url,
                    older=f"{title.url}{number - 1}/" if number > 1 else "",
                )


def add_filter(pelican):
    """`initialized`."""
    pelican.settings["JINJA_FILTERS"]["newest"] = newest


def add_generator(pelican):
    """`get_generators`."""
    return Sheets


def register():
    """Pelican calls it; signals hold their receivers weakly."""
    signals.initialized.connect(add_filter)
    signals.get_generators.connect(add_generator)
