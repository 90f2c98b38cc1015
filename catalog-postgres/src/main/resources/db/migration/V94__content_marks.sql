-- Facts of contents by four bytes of their hash. In an index by the hash the contents of one page of images lie a page of the
-- index apart each; this one is so small that all of it stays in memory.
create function content_mark(dataset text, content bytea) returns integer
    language sql immutable parallel safe strict
    return hashtext(dataset) # (((get_byte(content, 0) - 128) << 24) | (get_byte(content, 1) << 16)
                                | (get_byte(content, 2) << 8) | get_byte(content, 3));

create index image_facts_mark on image_facts (content_mark(dataset, sha256));
-- Label files of one image. What lies in a file of many stands together by the file anyway.
create index annotations_mark on annotations (content_mark(dataset, label_sha)) where image_ref = '';
