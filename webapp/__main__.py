"""``python -m webapp``: the command line, without the installed script."""

from webapp.cli import main

main(prog_name="danchieu")
