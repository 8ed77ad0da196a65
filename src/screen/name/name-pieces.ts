import type { NameFamily } from './name-part.ts';

/** More pieces than lists write into one name. */
const MOST = 6;

/**
 * The names that one written name holds: `Full name (Short)`, `Name / Name in another language`, `АО «Полное имя», АО «Краткое»`. The whole comes first; in each other piece
 * what does not belong to it is blank, so that offsets stay. Of a person's name only what stands in brackets is left out.
 */
export function namePieces(name: string, family: NameFamily): readonly string[] {
  if (!SEPARATED.test(name)) return [name];
  const pieces = new Set<string>([name]);
  const brackets = [...name.matchAll(BRACKETS)];
  let outside = name;
  for (const { 0: bracket, index } of brackets) outside = blank(outside, index, index + bracket.length);
  if (brackets.length > 0) addTelling(pieces, outside);
  if (family === 'organisation') {
    for (const { 0: bracket, index } of brackets) addTelling(pieces, keep(name, index + 1, index + bracket.length - 1));
    let from = 0;
    const cuts = [...outside.matchAll(CUTS)];
    if (cuts.length > 0 && cuts.length < MOST) {
      for (const { 0: cut, index } of [...cuts, { 0: '', index: outside.length }]) {
        addTelling(pieces, keep(outside, from, index));
        from = index + cut.length;
      }
    }
  }
  return [...pieces].slice(0, MOST);
}

const SEPARATED =
  /[(（[]|[/;]|\s[-–—]\s|,\s*\p{L}|[»"”’']\s+\p{L}|\s(?:formerly|f[./]?k[./]?a|a[./]?k[./]?a|also known as|ранее|он же)[.:\s]/iu;
const BRACKETS = /[(（[][^()（）[\]]*(?:[)）\]]|$)/g;
/** A slash or dash with blanks, a semicolon, or a comma or closing quote before another legal form. */
const CUTS =
  /\s*[/;]\s+|\s[-–—]\s|(?:,\s*|(?<=[»"”’'])\s+)(?=(?:АО|ПАО|ОАО|ЗАО|ООО|ФГУП|АНО|ФКП|ФАУ|ФГУ|ФГБУ|ФГБОУ|ФГАОУ|ТОВ|ПрАТ|AO|PAO|OAO|ZAO|OOO|JSC|OJSC|PJSC|LLC|FGUP|FKP|FAU|FGU|FGBU|FGBOU|FGAOU|TOV)[\s«"“‘'])|[\s,]+(?:formerly|f[./]?k[./]?a\.?|a[./]?k[./]?a\.?|also known as|ранее|он же)[:\s]+/giu;

function addTelling(pieces: Set<string>, piece: string): void {
  if ((piece.match(/\p{L}/gu)?.length ?? 0) >= 2) pieces.add(piece);
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
}

function keep(text: string, from: number, to: number): string {
  return ' '.repeat(from) + text.slice(from, to) + ' '.repeat(text.length - to);
}
