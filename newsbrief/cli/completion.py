"""`newsbrief completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what lets a shell complete commands, options and file names.

    \b
      newsbrief completion bash >> ~/.bashrc
      newsbrief completion zsh >> ~/.zshrc       (below compinit)
      newsbrief completion fish > ~/.config/fish/completions/newsbrief.fish
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"this version of click knows no completion for {shell}; update it")
    click.echo(kind(context.find_root().command, {}, "newsbrief", "_NEWSBRIEF_COMPLETE").source())
