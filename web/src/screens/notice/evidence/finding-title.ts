import { useGlossary } from '../../../api/glossary.ts';
import type { Finding } from '../../../api/routes.gen.ts';

/** What a finding is called in the reader's language; of a control list's entry its heading beside it, which stays in the list's own. */
export function useFindingTitle(): (finding: Finding) => { readonly title: string; readonly heading: string | undefined } {
  const { list, indicator: flag } = useGlossary();
  return ({ control, indicator, title }) => {
    if (control !== undefined) return { title: `${list(control.list)} ${control.entry}`, heading: title.split(` ${control.entry} `)[1] };
    return { title: indicator === undefined ? title : flag(indicator), heading: undefined };
  };
}
