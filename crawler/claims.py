"""Under which address a notice is kept: its page's own, or the one that the page names as its own, when that can be believed.

Sites name wrong addresses on every page: the front page, a list, the address without the query that tells articles apart. What one page names
is believed until another page with another text names it too; then each is kept under the address at which it was met. Nothing overwrites.
"""

from collections import Counter
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from corpus.errors import NotFound
from corpus.model import Notice
from corpus.store import Saved, Store, Transaction
from corpus.text import fold
from crawler.addresses import name_of
from crawler.notices import notice_id

_ALIKE: Final = 0.8
_MOST_SPELLINGS: Final = 500


def alike(one: Notice, two: Notice) -> bool:
    """Whether two notices are one text, but for a counter or the like: the same title, and four words in five the same."""
    if one.digest == two.digest:
        return True
    if fold(one.title) != fold(two.title):
        return False
    words, others = Counter(one.text.split()), Counter(two.text.split())
    most = max(words.total(), others.total())
    return (words & others).total() >= _ALIKE * most


def addressed(notice: Notice, url: str) -> Notice:
    """A notice under an address."""
    return replace(notice, id=notice_id(url), url=url, site=urlsplit(url).netloc)


class Claims:
    """Saves notices of one crawl. All methods run inside a transaction that the caller holds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._distrusted: set[str] = set()

    def save(self, db: Transaction, notice: Notice, *, asked: str, url: str, claimed: str | None) -> tuple[Saved, str]:
        """Keep the notice of a page. Returns what came of it, and the id under which its text is kept.

        asked, url: the page's address before and after redirects. claimed: the one that it names as its own.
        """
        for address in filter(None, (asked, url, claimed)):
            if (gone := db.addresses.withdrawn_at(address)) is not None:
                return "withdrawn", gone
        if (kept := self._kept(db, asked)) is not None:
            if self._is_double(db, asked, url):
                if alike(kept, notice):
                    return self._double(db, url, kept, notice)
                if claimed == kept.url and fold(kept.title) == fold(notice.title):
                    return self._over(db, kept, notice)
                db.addresses.drop_twins((asked, url))
            elif kept.url in (asked, url) or alike(kept, notice) or set(db.captures.pages_of(kept.id)) <= {asked, url}:
                return self._over(db, kept, notice)
            elif kept.url:
                self._distrusted.add(kept.url)
        if claimed and claimed != url and claimed not in self._distrusted and not db.captures.is_bare(claimed):
            there = self._at(db, claimed) or self._in_other_letters(db, claimed, notice)
            if there is None:
                return self._new(db, addressed(notice, claimed))
            if alike(there, notice):
                return self._double(db, url, there, notice)
            self._distrusted.add(claimed)
            self._send_home(db, there, but=(asked, url))
        return self._under_own(db, addressed(notice, url), asked, url)

    def _under_own(self, db: Transaction, notice: Notice, asked: str, url: str) -> tuple[Saved, str]:
        there = self._at(db, url)
        if there is not None:
            if alike(there, notice) or not self._send_home(db, there, but=(asked, url)):
                return self._over(db, there, notice)
        elif (other := self._in_other_letters(db, url, notice)) is not None:
            return self._double(db, url, other, notice)
        return self._new(db, notice)

    def _new(self, db: Transaction, notice: Notice) -> tuple[Saved, str]:
        saved = self._store.save_within(db, notice)
        twin = db.addresses.twin_at(notice.url) if saved == "duplicate" and notice.url else None
        return saved, twin or notice.id

    def _over(self, db: Transaction, kept: Notice, notice: Notice) -> tuple[Saved, str]:
        return self._store.save_within(db, replace(notice, id=kept.id, url=kept.url, site=kept.site)), kept.id

    def _double(self, db: Transaction, url: str, kept: Notice, notice: Notice) -> tuple[Saved, str]:
        """Another address of a text that is kept: noted; what differs in it is not worth a change."""
        db.addresses.add_twin(url, kept.id)
        return "unchanged" if kept.digest == notice.digest else "duplicate", kept.id

    def _is_double(self, db: Transaction, *urls: str) -> bool:
        return any(db.addresses.twin_at(url) for url in urls)

    def _kept(self, db: Transaction, asked: str) -> Notice | None:
        """What the page held when it was last read."""
        id_ = db.captures.notice_at(asked)
        return self._notice(id_) if id_ else None

    def _at(self, db: Transaction, url: str) -> Notice | None:
        """What is kept under an address."""
        return self._notice(db.addresses.notice_at(url) or notice_id(url))

    def _notice(self, id: str) -> Notice | None:
        try:
            return self._store.notice(id)
        except NotFound:
            return None

    def _in_other_letters(self, db: Transaction, url: str, notice: Notice) -> Notice | None:
        """The same text under another spelling of an address (letters, scheme, ``www.``): their ids differ in the digest alone."""
        stem, name = notice_id(url)[:-8], name_of(url)
        for row_id, other in db.addresses.beginning_with(stem, _MOST_SPELLINGS):
            if other != url and name_of(other) == name:
                found = self._notice(row_id)
                if found is not None and alike(found, notice):
                    return found
        return None

    def _send_home(self, db: Transaction, there: Notice, *, but: tuple[str, ...]) -> bool:
        """Give a notice the address at which it was met, in place of one that it only claimed. False when it was met nowhere but `but`."""
        pages = [url for url in db.captures.pages_of(there.id) if url not in but]
        free = [url for url in pages if self._notice(notice_id(url)) is None]
        if there.url in pages or not free:
            return False
        home = notice_id(free[0])
        self._store.readdress_within(db, there.id, id=home, url=free[0])
        return True
