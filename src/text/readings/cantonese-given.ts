import { PINYIN_SYLLABLES } from './pinyin-syllables.ts';
import { spellingTable } from './spelling-table.ts';

/**
 * Pinyin of a given name of two syllables as Hong Kong spells them, joined, likeliest first, at most 6; [] where one is no such syllable, or where the whole name,
 * with `surname`, may be pinyin itself: ('kwong', 'yiu', 'chan') → ['guangyao', …], ('xiao', 'ming', 'li') → [].
 */
export function pinyinOfCantonese(first: string, second: string, surname: string): readonly string[] {
  const before = GIVEN.get(first);
  const after = before === undefined ? undefined : GIVEN.get(second);
  if (before === undefined || after === undefined || [first, second, surname].every((word) => PINYIN_SYLLABLES.has(word))) return [];
  return before
    .flatMap((one, i) => after.map((other, j) => ({ reading: one + other, others: i + j })))
    .toSorted((a, b) => a.others - b.others)
    .slice(0, MOST_READINGS)
    .map(({ reading }) => reading);
}

const MOST_READINGS = 6;

/** Syllables of given names as Hong Kong's registers spell them, with the pinyin of the characters that names have there, most usual first. Written for this project. */
const GIVEN: ReadonlyMap<string, readonly string[]> =
  spellingTable(`ah ya|chak ze|cham zhan|chau zhou,qiu|cheong chang,zhang|cheuk zhuo|cheung chang,zhang,xiang|chi zhi,zi,chi|chin qian,zhan|ching qing,zheng,jing,cheng|chit zhe
chiu zhao,chao|cho zu,chu|choi cai|chong zhuang,chuang,zhong|chor chu,zuo|chow zhou|choy cai|chu zhu|chuen quan,chuan|chui cui,zhui|chun jun,zhen,chun,jin|chung zhong,cong,song
fa hua|fai hui|fan fan,fen|fat fa|fei fei|fong fang|foon huan|fook fu|fu fu|fui kui,hui|fuk fu|fun huan,kuan|fung feng,hong|ha xia|hak ke|han xian|hang heng,xing|hau hao,xiao,hou
hei xi,qi|heung xiang|hey xi|him qian|hin xian,xuan|hing qing,xing|hiu xiao|ho hao,he,ke|hoi hai,kai|hok xue,he|hon han|hong kang,hang|hoo he,hu|hou hao|hung hong,xiong|hui xu
in yan,xian|ip ye|jing jing|ka jia|kai qi,jia,kai|kam jin,gan|kan qin,gen|kar jia|kau qiu,jiu|kay qi|kee ji,qi|kei qi,ji|keung qiang|ki qi,ji|kim jian,jin|kin jian,qian
king jing,qing|kit jie|kiu qiao|ko gao|koon guan|kuen quan|kui qu|kuk gu|kun guan,quan|kung gong|kwai gui|kwan jun,kun,guan|kwok guo|kwong guang|kwun guan,kun
lai li,lai|lam lan,lin|lap li|lau liu,lou|lee li|lei li|leung liang|li li|lik li|lim lian|lin lian|ling ling|lit lie|lo lu,luo|lok le|long lang|lui lei|luk lu|lun lun|lung long
ma ma|man wen,min|mang meng|mau mao|mee mei|mei mei|mi mi|mik mi|min mian,min|ming ming|miu miao|mo wu|mok mo|moon man|mui mei|mun man,min|nam nan|nei ni|ng wu|nga ya|ngai yi,wei
ngan yan,yin|ngar ya|ngo wo,e|ngok yue|nin nian|ning ning|oi ai|on an|pak bai,bo|pan bin|pang peng|pat bi|pei pei|pik bi|pin bian|ping ping,bing|po bao,bo,pu|pok bo|pong bang|pui pei
pun pan|sai shi,xi|sam sen,san|san shan,xin|sau xiu,shou|see shi,si|seung shuang,xiang,chang|shan shan|shek shi|sheung shang,xiang|shing cheng,sheng|shiu zhao,shao|shuk shu|shui shui
shun shun,xun|sik xi,shi|sin xian,shan|sing cheng,xing,sheng|siu xiao,shao,zhao|so su|suen xuan|sui rui,sui|suk shu|sum xin,shen,sen|sun xin,xun|sung song|sze shi,si|ta da|tai tai,da,di
tak de|tat da|tik di|tim tian|tin tian|ting ting,ding|to tao,du|tong tang,tong|tou tao|tsang zeng|tsun jun,qin,jin|tsz zi,zhi,ci|tuen duan|tung dong,tong|tze zi
wa hua|wah hua|wai wei,hui,huai|wan yun,wen,huan|wang hong|wing yong,rong,ying|wo he|wong huang,wang|wu hu|wui hui|wun huan|yan ren,en,xin,yin|yat yi,ri|yau you,qiu|yee yi,er
yeuk yue|yeung yang,xiang|yi yi,er|yik yi|yim yan|yin yan,xian,ran|ying ying,xing|yip ye|yiu yao,rao|yu yu,ru|yue yu,yue|yuen yuan,wan,ruan|yuet yue|yui rui|yuk yu|yun run,yin
yung rong,yong|zi zi`);
