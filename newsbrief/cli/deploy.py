"""`newsbrief deploy`: what make github and the workflow call."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newsbrief.cli.build import build
from newsbrief.cli.site import site
from newsbrief.cli.working import working
from newsbrief.deploy import address, budget
from newsbrief.deploy import branch as branches
from newsbrief.deploy.branch import DeployError


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--output", "-o", type=click.Path(file_okay=False, path_type=Path), help="Folder for the site.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that GitHub Pages shows.")
@click.option("--remote", default="origin", show_default=True, help="The repository, as git knows it.")
@click.option("--message", default="Publish the site", show_default=True, help="The commit's message.")
@click.option("--cname", help="A domain of your own; without it SITEURL tells.")
@click.argument("pelican_options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def deploy(
    context: click.Context,
    output: Path | None,
    branch: str,
    remote: str,
    message: str,
    cname: str | None,
    pelican_options: tuple[str, ...],
) -> None:
    """Build the site for readers and push it to the branch that GitHub Pages shows.

    The address is that of SITEURL (environment or settings), else the one that GitHub gives the repository.
    Nothing is pushed while readers have the same site already. Further options go to Pelican.

    \b
      newsbrief deploy
      SITEURL=https://news.example newsbrief deploy
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    target = (output or here.output).absolute()
    try:
        repository = branches.remote_url(here.folder, remote)
        written = address.of_settings(here.settings.read_text("utf-8", "replace"))
        siteurl = os.environ.get("SITEURL", "").rstrip("/") or written or address.of_remote(repository)
        if not siteurl:
            raise DeployError(
                f'the address of the site is not known, and "{remote}" is not on github.com; say it: '
                "SITEURL=https://name.github.io/project newsbrief deploy"
            )
        if not written:
            os.environ["SITEURL"] = siteurl
        branches.fetch(here.folder, remote, branch)
        _built(context, target, pelican_options)
        refused = budget.too_large(budget.sizes(target))
        if refused:
            raise DeployError("\n".join(refused))
        domain = address.domain(siteurl) if cname is None else cname
        with working("Pushing the site"):
            pushed = branches.push(here.folder, target, remote, branch, message, domain)
    except DeployError as error:
        raise click.ClickException(str(error)) from None
    where = f"{branch} of {remote}"
    click.echo(f"Pushed to {where}: {siteurl}/" if pushed else f"Nothing to push: {where} has this site already.")


def _built(context: click.Context, target: Path, pelican_options: tuple[str, ...]) -> None:
    """What is pushed was built for readers a moment ago; a preview has briefs in it that nobody approved."""
    try:
        context.invoke(build, output=target, publish=True, pelican_options=pelican_options, hint=False)
    except SystemExit as end:
        if end.code:
            raise DeployError("nothing was pushed; put right what is named above") from None
