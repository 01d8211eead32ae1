-- Messages whose network tells no language are found by the language of their words: the index is
-- made anew from the log (see the cursors of module message).
truncate archive.document;
