-- Where the date of a page's last change was found.
ALTER TABLE page ADD COLUMN modified_how VARCHAR DEFAULT '';
COMMENT ON COLUMN page.modified_how IS 'Where the date of the last change was found, empty for nowhere';
