import { Tokenizer } from 'htmlparser2';

/** Text of an XML document, a line for each element that has some. */
export function xmlText(source: string): string {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => void (line += source.slice(start, end)),
      ontextentity: (codepoint) => void (line += String.fromCodePoint(codepoint)),
      oncdata: (start, end, offset) => void (line += source.slice(start, end - offset)),
      onopentagname: endLine,
      onclosetag: endLine,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: endLine,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return lines.join('\n');
}
