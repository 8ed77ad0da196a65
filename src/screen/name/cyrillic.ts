/**
 * Latin spelling of Cyrillic letters, near to BGN/PCGN and ICAO 9303; letters of Russian, Ukrainian, Belarusian, Kazakh, Serbian and Macedonian.
 * What differs between schemes (kh/h, y/i/j, ts/c, ye/e) is folded away afterwards by `skeleton`.
 */
const SPELLING: ReadonlyMap<number, string> = new Map(
  (
    'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ' +
    'ґ=g є=ye і=i ї=yi ў=u ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ј=j љ=lj њ=nj ћ=c ђ=dj џ=dzh ѓ=g ќ=k ѕ=dz ӣ=i ӯ=u ҳ=h ҷ=j ѣ=e'
  )
    .split(' ')
    .map((pair): [number, string] => [pair.charCodeAt(0), pair.slice(2)]),
);

/** Latin spelling of one folded (lower-case) Cyrillic unit, or undefined for any other. */
export function latinOfCyrillic(unit: number): string | undefined {
  return SPELLING.get(unit);
}
