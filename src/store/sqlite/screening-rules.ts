const LAST = '(SELECT max(x.log_index) FROM list_records x WHERE x.list = r.list AND x.version = r.version)';

/** Tables of screening that must agree whatever the log says; see {@link evidenceAudit}. */
export const SCREENING_RULES: readonly (readonly [sql: string, why: string])[] = [
  [
    `SELECT r.log_index AS "index", r.list || ' ' || r.version AS what FROM list_records r
     LEFT JOIN list_versions v ON v.list = r.list AND v.version = r.version
     WHERE v.list IS NULL OR v.log_index <> ${LAST} ORDER BY r.log_index LIMIT 1`,
    'the database has lost what it says of a version of a list:',
  ],
  [
    `SELECT r.log_index AS "index", v.list || ' ' || v.version AS what FROM list_versions v JOIN list_records r ON r.log_index = v.log_index
     WHERE r.list <> v.list OR r.version <> v.version OR r.sha256 <> v.sha256 OR r.published_at IS NOT v.published_at OR r.counts <> v.counts OR r.listings <> v.listings
       OR v.loaded <> (r.outcome <> 'held') OR (r.outcome <> 'accepted' AND r.at <> v.fetched_at) ORDER BY r.log_index LIMIT 1`,
    'the database says something else than the log of a version of a list:',
  ],
  [
    `SELECT NULL AS "index", list || ' ' || version AS what FROM list_versions WHERE log_index NOT IN (SELECT log_index FROM list_records) LIMIT 1`,
    'the database has a version of a list that is not in the log:',
  ],
  [
    `SELECT v.log_index AS "index", v.list || ' ' || v.version AS what FROM list_versions v
     WHERE v.state <> CASE
       WHEN v.loaded = 1 AND v.log_index = (SELECT max(x.log_index) FROM list_versions x WHERE x.list = v.list AND x.loaded = 1) THEN 'current'
       WHEN v.loaded = 0 AND v.version = (SELECT max(x.version) FROM list_versions x WHERE x.list = v.list) THEN 'held'
       ELSE 'superseded' END LIMIT 1`,
    'it is not what the database says, current, held or superseded: version of a list',
  ],
  [
    `SELECT v.log_index AS "index", v.list AS what FROM list_versions v JOIN lists l ON l.name = v.list
     WHERE v.state = 'current' AND json_extract(v.counts, '$.listings') <>
       (SELECT count(*) FROM party_listings p WHERE p.list = l.num AND p.until IS NULL) LIMIT 1`,
    'the database has more or fewer listings than were logged: list',
  ],
  [
    `SELECT v.log_index AS "index", p.id AS what FROM party_listings p JOIN lists l ON l.num = p.list
     LEFT JOIN list_versions v ON v.list = l.name AND v.version = p.since
     WHERE v.loaded IS NOT 1 OR p.entity NOT IN (SELECT num FROM party_entities) LIMIT 1`,
    'the database has lost what a listing says or the version that brought it:',
  ],
];
