import { spellingTable } from './spelling-table.ts';

/** Postal and other customary spellings of surnames, with their pinyin. */
export const POSTAL_SURNAMES: ReadonlyMap<string, readonly string[]> =
  spellingTable(`soong song|soo su|chow zhou|woo wu|koo gu|kung kong,gong|lee li|loh luo|loo lu|shieh xie|shyu xu|shyr shi|jeng zheng|jang zhang|jou zhou
jaw zhao|jean jian|hwang huang|shiau xiao|shiao xiao|shaw xiao,shao|sheu xu|hsu xu|lu lu,lv|leu lv|lyu lv|liou liu|chiou qiu|chyi qi|sze shi|szeto situ
szema sima|ouyang ouyang|owyang ouyang|au-yang ouyang|yeh ye|yih yi|kwo guo|kuo guo|kwan guan|kwang kuang|chiu qiu,zhao|chao zhao|chu zhu,chu,qu
tung dong,tong|tong tong,tang|tseng zeng|tzeng zeng|tsu zhu,zu|tsou zou|tsow zou|tsay cai|tsaur cao|tyan tian|dunn deng|teng deng|dung dong|gau gao
gow gao|kou gou|hong hong|horng hong|hou hou|how hou|iou you|yiu yao|juang zhuang|juan ruan|jeou zhou|lai lai|liaw liao|liau liao|luh lu|maa ma
mao mao|meng meng|pai bai|pei pei|perng peng|pu pu|ru ru|sah sa|shih shi|sun sun|suen sun|tu tu,du|tuan duan|wong wang|wu wu|yao yao|yaw yao|yuan yuan
chern chen|chenn chen|cherng cheng|chang zhang,chang|chiang jiang|chung zhong|lii li|linn lin|wey wei|wang wang|fang fang|far fa|fann fan|her he|ho he`);
