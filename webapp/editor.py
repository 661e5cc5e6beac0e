"""The editor's pages, ``/bien-tap``: what a mention means, whether two documents are one, the log. There only when the server was started with `--editor`."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Final, ParamSpec

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as WsgiResponse

from corpus.decisions import MOST_CHARS, VERDICTS, Verdict
from corpus.errors import DanChieuError, InputError, NotFound
from indexer.documents.notice_rows import StoredCitationRow
from indexer.documents.target_rows import TargetRow
from webapp.addresses import root_url
from webapp.composition import open_store
from webapp.deciding import decide_mention, document_of, log_rows, mention_at
from webapp.door import archive
from webapp.editor_session import Editor, EditorDoor, is_own
from webapp.language import current_language, translate
from webapp.passages import passage
from webapp.settings import Settings
from webapp.words import reason_words

blueprint = Blueprint("editor", __name__, url_prefix="/bien-tap")
_MAX_NAME: Final = 120
_P = ParamSpec("_P")
Answer = str | WsgiResponse | tuple[str, int]


def _door() -> EditorDoor:
    door: EditorDoor = current_app.config["EDITOR_DOOR"]
    return door


def _settings() -> Settings:
    chosen: Settings = current_app.config["SETTINGS"]
    return chosen


@blueprint.after_request
def _kept_nowhere(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _for_editors(view: Callable[_P, Answer]) -> Callable[_P, Answer]:
    """A page for who is signed in; a change must come from a form of this site."""

    @wraps(view)
    def guarded(*args: _P.args, **kwargs: _P.kwargs) -> Answer:
        editor = _door().editor(request)
        if editor is None:
            return _log(None, wanted=request.full_path if request.method == "GET" else None), 403
        if request.method == "POST" and not (
            is_own(request, root_url()) and request.form.get("form_token") == editor.form_token
        ):
            return _log(editor, fault=translate("Biểu mẫu này không phải của phiên biên tập đang mở; hãy mở lại trang rồi gửi.")), 403  # fmt: skip
        return view(*args, **kwargs)

    return guarded


def _editor() -> Editor:
    editor = _door().editor(request)
    assert editor is not None, "guarded"
    return editor


def _log(editor: Editor | None, *, fault: str | None = None, wanted: str | None = None) -> str:
    with open_store(_settings()) as store:
        rows = log_rows(store)
    return render_template(
        "editor.html",
        editor=editor,
        rows=rows[::-1],
        fault=fault,
        wanted=wanted,
        form_token=editor and editor.form_token,
    )


@blueprint.get("/")
def log() -> str:
    """What was decided, the latest first; for who is not signed in, the way in, too."""
    return _log(_door().editor(request))


@blueprint.post("/vao")
def enter() -> Answer:
    """Sign in with a name and the token."""
    name = " ".join(request.form.get("name", "").split())[:_MAX_NAME]
    if not is_own(request, root_url()) or not name or not _door().opens(request.form.get("token", "")):
        return _log(None, fault=translate("Cần tên, và đúng mã biên tập mà người quản trị máy chủ đã đặt.")), 403
    wanted = request.form.get("wanted", "")
    response = redirect(wanted if wanted.startswith("/bien-tap/") else url_for("editor.log"), 303)
    _door().admit(response, name, secure=root_url().startswith("https:"))
    return response


@blueprint.post("/ra")
@_for_editors
def leave() -> Answer:
    """Sign out."""
    response = redirect(url_for("editor.log"), 303)
    _door().dismiss(response)
    return response


@blueprint.route("/thong-bao/<id_>/<int:start>", methods=["GET", "POST"])
@_for_editors
def mention(id_: str, start: int) -> Answer:
    """One mention: its sentence, what it may mean, and what is decided."""
    found = archive()
    row = mention_at(found, id_, start)
    fault = None
    if request.method == "POST":
        try:
            document = request.form.get("document", "").strip() or request.form.get("candidate", "").strip()
            with open_store(_settings()) as store:
                decide_mention(found, store, id_, start, _verdict(), document or None, who=_editor().name, why=_why())
            return redirect(url_for("editor.log"), 303)
        except (InputError, NotFound) as error:
            fault = _fault(error)
    page = render_template(
        "decide_mention.html",
        editor=_editor(),
        form_token=_editor().form_token,
        doc=found.notice(id_),
        row=row,
        passage=passage(found.notice(id_)["text"], [(row["start"], row["end"])]),
        candidates=_offered(row),
        fault=fault,
        asked=request.form,
        most=MOST_CHARS,
    )
    return (page, 400) if fault else page


def _offered(row: StoredCitationRow) -> Sequence[TargetRow]:
    """Documents that a mention may be: that which it is held to be with those of its number, or those that were weighed."""
    target = row["target"]
    return row["candidates"] if target is None else [target, *archive().instrument(target["id"])["namesakes"]]


@blueprint.route("/van-ban/<id_>", methods=["GET", "POST"])
@_for_editors
def identity(id_: str) -> Answer:
    """A document and another one: one, or two."""
    found = archive()
    doc = found.instrument(found.canonical_id(id_))
    fault = None
    if request.method == "POST":
        try:
            other = document_of(found, request.form.get("document", "").strip() or request.form.get("candidate", ""))
            with open_store(_settings()) as store:
                store.decide_identity(document_of(found, doc["id"]), other, _verdict(), who=_editor().name, why=_why())
            return redirect(url_for("editor.log"), 303)
        except (InputError, NotFound) as error:
            fault = _fault(error)
    page = render_template(
        "decide_identity.html",
        editor=_editor(),
        form_token=_editor().form_token,
        doc=doc,
        candidates=doc["namesakes"],
        fault=fault,
        asked=request.form,
        most=MOST_CHARS,
    )
    return (page, 400) if fault else page


@blueprint.post("/bo/<int:seq>")
@_for_editors
def undo(seq: int) -> Answer:
    """Let a decision count no longer."""
    try:
        with open_store(_settings()) as store:
            store.undo_decision(seq, who=_editor().name, why=_why())
    except (InputError, NotFound) as error:
        return _log(_editor(), fault=_fault(error)), 400
    return redirect(url_for("editor.log"), 303)


def _verdict() -> Verdict:
    verdict = request.form.get("verdict", "")
    if verdict not in VERDICTS:
        raise InputError(translate("Hãy chọn một trong ba kết luận."))
    return verdict


def _why() -> str:
    why = " ".join(request.form.get("why", "").split())
    if not why:
        raise InputError(translate("Hãy ghi lý do: nó được giữ lại và hiện cho người đọc."))
    return why[:MOST_CHARS]


def _fault(error: DanChieuError) -> str:
    return reason_words(error.detail.as_row(), current_language()) if error.detail else str(error)
