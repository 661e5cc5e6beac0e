"""Exact keys under which a document is looked up: written by `indexer.documents`, asked for by searches and by the engine; spelt here alone."""


def own_key(id_: str) -> str:
    """Of the notice that is an instrument."""
    return f"is:{id_}"


def serial_key(bucket: str) -> str:
    """Of an instrument by its serial, or by kind and serial."""
    return f"serial:{bucket}"


def name_key(kind: str | None, name: str) -> str:
    """Of an instrument by kind and the key of a name; without a kind it finds none."""
    return f"name:{kind}:{name}"
