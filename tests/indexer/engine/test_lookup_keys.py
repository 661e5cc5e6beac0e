"""Keys of different sorts never meet."""

from indexer.engine.lookup_keys import name_key, own_key, serial_key


def test_keys_of_three_sorts_differ_for_the_same_words() -> None:
    assert len({own_key("luat"), serial_key("luat"), name_key("luat", "luat")}) == 3
    assert name_key("luat", "a") != name_key("bo-luat", "a")
