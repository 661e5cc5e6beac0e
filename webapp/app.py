from pathlib import Path
from flask import Flask


def create_app(folder: Path) -> Flask:
    return Flask(__name__)
