import { spellingTable } from './spelling-table.ts';

/**
 * Hangul syllables that a lower-case Cyrillic word (ё as е) may spell in names, most usual first; empty for what is no such syllable: 'чен' → 정 …, 'ын' → 은. By the
 * older Russian spelling of names from the North (Ким Чен Ын), and Kontsevich's system (Ким Чжонын), whose voiced consonants stand inside words. Written for this project.
 */
export function hangulOfCyrillic(word: string): readonly string[] {
  return SYLLABLES.get(word) ?? NONE;
}

const NONE: readonly string[] = [];

const SYLLABLES: ReadonlyMap<string, readonly string[]> =
  spellingTable(`ан 안|бак 박|бе 배|бин 빈|бок 복|бом 범|бон 봉|бэ 배|ван 완|вон 원|ге 계|ги 기|гиль 길|гон 공|гван 광|ген 경|гын 근|гю 규|гук 국|гым 금|гюн 균|ден 정|ди 지|дин 진|дон 동|дэ 대|дук 덕
ен 영,용|ель 렬,열|ем 염|ер 열|зу 주|и 이|ик 익|иль 일|им 임|ин 인|ир 일|ден 정|джон 정,종,전|джин 진|джи 지|джун 준,중|джу 주|джэ 재|дже 재|джо 조|джан 장
кан 강|кван 광|ке 계|кен 경|ки 기|киль 길|ким 김|кир 길|кон 공|ку 구|кук 국|квон 권|кын 근|кым 금|кю 규|ле 례|лен 령,련|ли 리,이|лим 림,임|люн 륜|ма 마|ман 만|мен 명|ми 미|мин 민|мок 목|мун 문
нам 남|но 노,로|ок 옥|о 오|пак 박|пан 방|пе 배|пен 평,병|пер 별|пон 봉|пхен 평|пэ 배|рен 련,령|рак 락|ри 리|рим 림|ро 로|рок 록|рю 류|рен 룡,령|рюн 륜
сам 삼|сан 상|се 세|сен 성,선|сик 식|син 신|со 서|соль 설|сок 석|сон 성,선,송|су 수|сук 숙|сун 순|сын 승|сэн 생|те 태|ток 덕|тон 동|тхэ 태|тэ 태,대|ту 두|ук 욱|ун 운|ын 은|ый 의
ха 하|хак 학|хан 한|хва 화|хван 황|хе 혜,해|хен 현,형|хи 희|хо 호|хон 홍|хун 훈|хый 희|хэ 해|хек 혁|хюн 현|цой 최|чан 장,창|че 제,재|чен 정,종|чер 철|чже 재|чжэ 재|чжи 지|чжин 진|чжо 조
чжон 정,종,전|чжу 주|чжун 준,중|чжан 장|чи 지|чин 진|чо 조|чой 최|чон 전,정,종|чу 주|чун 춘,준,중|чхан 창|чхве 최|чхоль 철|чхон 천|чхун 춘|шин 신|юн 윤|ю 유|ян 양|ук 욱|ким 김|пхе 표|пхиль 필|пиль 필|чол 철|чоль 철`);
