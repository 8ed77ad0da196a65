import { spellingTable } from './spelling-table.ts';

/**
 * Spellings of a Jyutping syllable (without tone) as Hong Kong's registers and families abroad write it, most usual first, at
 * most 6: 'zoeng' → cheung …, 'gwok' → kwok, gwok. Method: the customary Hong Kong romanisation has no fixed table; each
 * initial and final has its usual letters and some others, and a spelling is the likelier the fewer others it has.
 */
export function hongKongSpellings(jyutping: string): readonly string[] {
  const whole = WHOLE.get(jyutping);
  if (whole !== undefined) return whole;
  const [, initial = '', final = ''] = /^(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)(.*)$/u.exec(jyutping) ?? [];
  const initials = (SH_FIRST.has(jyutping) ? ['sh', 's'] : INITIALS.get(initial)) ?? [initial];
  const finals = FINALS.get(final) ?? [final];
  return initials
    .flatMap((onset, i) => finals.map((rime, f) => ({ spelling: onset + rime, others: i + f })))
    .toSorted((a, b) => a.others - b.others)
    .map(({ spelling }) => spelling)
    .slice(0, MOST_SPELLINGS);
}

const MOST_SPELLINGS = 6;

const INITIALS: ReadonlyMap<string, readonly string[]> = spellingTable(
  'b p,b|d t,d|g k,g|gw kw,gw|kw kw|z ch,ts,j|c ch,ts|s s,sh|j y|ng ng,',
);

const FINALS: ReadonlyMap<string, readonly string[]> = spellingTable(
  'aa a,ah|aai ai|aau au,ao|aam am|aan an|aang ang|aap ap|aat at|aak ak|au au,ow|am am,um|an an,un|ap ap,up|at at,ut|e e,eh|ei ei,i,ee,ay|' +
    'i i,ee|iu iu,iew|ik ik,ick|o o,or|oi oi,oy|ou o,ou,oh|u u,oo|ui ui,ooi|un un,oon|ut ut,oot|uk uk,ook|ung ung,oong|' +
    'oe eu,or|oeng eung,eong|oek euk,eok|eoi ui|eon un|eot ut|yu u,ue|yun uen,un|yut uet,ut',
);

/** Syllables with sh before s. */
const SH_FIRST: ReadonlySet<string> = new Set('saan sek sing soeng syu seoi seon saa se sik suk sap'.split(' '));

const WHOLE: ReadonlyMap<string, readonly string[]> = spellingTable(
  'ng ng,ung|m ng,m|hng hng|hm hm|zi chi,tsz,tze,ji|ci chi,tsz,tze|si sze,si,see,shi,sz|ji yi,yee,i|zang tsang,chang,jang|' +
    'fun foon,fun|gun koon,kwun,kun,goon|gaa ka,ga,kar|jip yip,ip|joeng yeung,young,yong|jing ying,ing|jyu yu,yue|jau yau,yow,iu|jyun yuen,yun,un|' +
    'sam sum,sam,sham|wong wong|wu wu,woo|wui wui,wai|wing wing|wun wun,woon',
);
