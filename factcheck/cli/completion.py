"""`factcheck completion`: a shell → the lines that make it complete commands, options and their values."""
from __future__ import annotations

import click

from factcheck.cli import output

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", short_help="Print what makes a shell complete commands and options.")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print what makes a shell complete commands, options and their values; put it where the shell reads it when it starts.

    \b
    bash  factcheck completion bash >> ~/.bashrc
    zsh   factcheck completion zsh >> ~/.zshrc
    fish  factcheck completion fish > ~/.config/fish/completions/factcheck.fish
    """
    from click.shell_completion import get_completion_class

    from factcheck.cli.main import cli
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"no completion for {shell}, expected one of {', '.join(SHELLS)}")
    output.data(script(cli, {}, "factcheck", "_FACTCHECK_COMPLETE").source().strip())
    return 0
