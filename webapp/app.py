"""The application: one archive, its pages, its JSON and its feeds."""

import gc
import threading
import time
from contextlib import suppress

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException

from corpus.errors import ArchiveError, DanChieuError, EngineError, InputError, NotFound, Withdrawn
from indexer.archive import Archive
from webapp import api, campaign_pages, feeds, pages
from webapp.addresses import SiteAddress
from webapp.composition import open_archive
from webapp.language import choose_language, install_language
from webapp.rendering import error_page, install_filters
from webapp.settings import Settings
from webapp.steady_server import MAX_BODY

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
_REFRESH_SECONDS = 2.0


class Shelf:
    """The archive that this process keeps open; it is refreshed at most every two seconds, and never opened for each request."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._archive: Archive | None = None
        self._checked = 0.0
        self._lock = threading.Lock()

    def archive(self) -> Archive:
        """The archive, as of now. Raises ArchiveMissing, EngineError."""
        with self._lock:
            if self._archive is None:
                self._archive = open_archive(self._settings)
                self._checked = time.monotonic()
            elif time.monotonic() - self._checked > _REFRESH_SECONDS:
                self._checked = time.monotonic()
                self._archive.refresh()
            return self._archive

    def look(self) -> None:
        """Whether store and index are on the disk, whatever this process still has open. Raises ArchiveMissing, EngineError."""
        try:
            open_archive(self._settings).close()
        except OSError as error:
            raise EngineError(
                f"archive {self._settings.archive}: its index cannot be read ({error.strerror})"
            ) from error


def create_app(settings: Settings, bound: tuple[str, int] = ("localhost", 80)) -> Flask:
    """The WSGI application of an archive; bound: the address and port on which it answers, for absolute links where no public URL is set."""
    app = Flask(__name__)
    app.config.update(
        SHELF=Shelf(settings),
        SETTINGS=settings,
        ADDRESS=SiteAddress(public_url=settings.public_url, bound=bound),
        MAX_CONTENT_LENGTH=MAX_BODY,
        MAX_FORM_MEMORY_SIZE=MAX_BODY,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    install_language(app)
    install_filters(app)
    app.jinja_env.globals["has_editor"] = settings.editor
    for module in (pages, campaign_pages, feeds, api):
        app.register_blueprint(module.blueprint)
    if settings.editor:
        _open_to_editors(app, settings)
    app.before_request(choose_language)
    app.after_request(_secure)
    app.register_error_handler(DanChieuError, _failed)
    app.register_error_handler(HTTPException, _refused)
    return app


def _open_to_editors(app: Flask, settings: Settings) -> None:
    """The editor's pages, which only a server that was started for them has."""
    from webapp import editor
    from webapp.editor_session import EditorDoor, new_token

    app.config["EDITOR_DOOR"] = EditorDoor(settings.editor_token or new_token())
    app.register_blueprint(editor.blueprint)


def warmed(app: Flask) -> Flask:
    """An application that has done what its first requests would wait for: templates compiled, the cards of campaigns read.

    What stays for the life of the process is taken out of the garbage collector's rounds, each of which would cost a request a tenth of a second.
    An index that cannot be read is told to who asks.
    """
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    with suppress(DanChieuError):
        app.config["SHELF"].archive().campaign_occasions()
    gc.collect()
    gc.freeze()
    return app


def _secure(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.add("Cookie")  # the language is kept there
    if response.location and response.location.startswith(request.host_url):
        response.location = "/" + response.location.removeprefix(
            request.host_url
        )  # never to a host that a client made up
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return response


def _status(error: DanChieuError) -> int:
    """The HTTP status of an error: the one place where the two meet."""
    if isinstance(error, Withdrawn):
        return 410
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, InputError):
        return 400
    return 503 if isinstance(error, EngineError | ArchiveError) else 500


def _failed(error: DanChieuError) -> tuple[Response, int]:
    status = _status(error)
    if status >= 500:
        current_app.logger.error("%s", error)
    return error_page(status, str(error), as_json=request.path.startswith("/api/"), detail=error.detail), status


def _refused(error: HTTPException) -> tuple[Response, int]:
    status = error.code or 500
    return error_page(status, error.description or "", as_json=request.path.startswith("/api/")), status
