-- Where in the live tree a content lies: a renamed file is copied from there and not sent again.
create index published_content on published (dataset, sha256) where sha256 is not null;
