import { useGlossary } from '../../api/glossary.ts';
import type { ClaimComparison } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';

type ClaimFinding = ClaimComparison['findings'][number];

const TOPICS = { goods: 'topicGoods', destination: 'topicDestination', purpose: 'topicPurpose', publication: 'topicPublication' } as const;
export const PURPOSES = {
  civil: 'purposeCivil',
  military: 'purposeMilitary',
  police: 'purposePolice',
  research: 'purposeResearch',
  own: 'purposeOwn',
  resale: 'purposeResale',
} as const;

function isPurpose(id: string): id is keyof typeof PURPOSES {
  return id in PURPOSES;
}

/** What a claim and a notice say, in words of the reader. */
export function useClaimWords(): {
  readonly topic: (about: ClaimFinding['about']) => string;
  readonly says: (finding: ClaimFinding) => string;
  readonly why: (finding: ClaimFinding) => string;
} {
  const say = useWords('claims');
  const { goods, country } = useGlossary();
  const named = (about: ClaimFinding['about'], id: string): string => {
    if (id === 'abroad' || id === 'home') return say(id === 'abroad' ? 'placeAbroad' : 'placeHome');
    if (about === 'destination') return country(id);
    if (about === 'purpose') return isPurpose(id) ? say(PURPOSES[id]) : id;
    return goods(id);
  };
  const says = ({ about, says: said }: ClaimFinding): string => {
    if (about === 'publication') return say(said === 'published' ? 'saysPublished' : 'saysNotPublished');
    const isDenied = said.startsWith('not ');
    const what = named(about, isDenied ? said.slice(4) : said);
    return isDenied ? say('saysNot', { what }) : what;
  };
  const why = (finding: ClaimFinding): string => {
    const { about, verdict, notice } = finding;
    if (about === 'publication') return say(verdict === 'unsaid' ? 'whyNoCapture' : 'whyCaptures');
    if (notice === null) return say(verdict === 'unsaid' ? 'whySilent' : 'whyNoWords');
    const what = named(about, notice.names);
    return say(verdict === 'contradicts' ? 'whyContradicts' : verdict === 'agrees' ? 'whyAgrees' : 'whySilent', { what });
  };
  return { topic: (about) => say(TOPICS[about]), says, why };
}
