/**
 * A change that waits for screening was asked about already (`asked`), so that it is not asked about at every other change. An alert that was given up is
 * counted with its rule and goes. Captures that are not read as pages come behind all that may be unread.
 */
export const ASKED_ONCE = `
ALTER TABLE notice_changes ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notice_changes_fresh ON notice_changes (seq) WHERE asked = 0;

ALTER TABLE alert_rules ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;
UPDATE alert_rules SET failed = (SELECT count(*) FROM alert_deliveries d WHERE d.rule = alert_rules.num AND d.failed = 1);
DELETE FROM alert_deliveries WHERE failed = 1;
DROP INDEX alert_deliveries_rule;
ALTER TABLE alert_deliveries DROP COLUMN failed;
CREATE INDEX alert_deliveries_rule ON alert_deliveries (rule, num);

UPDATE captures SET recipe = '~' WHERE recipe = '-';
`;
