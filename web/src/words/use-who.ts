import { useWords } from './use-words.ts';

/** Under this name stands in every log whoever works at a machine without accounts. */
const LOCAL = 'local';

/** Who did something: the name of a person; where there are no accounts, that it was whoever works at this machine. */
export function useWho(): (name: string) => string {
  const terms = useWords('terms');
  return (name) => (name === LOCAL ? terms('localUser') : name);
}
