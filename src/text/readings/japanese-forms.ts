import { simplifiedOf } from './simplified-of.ts';

/**
 * One form of the characters of a Japanese name, so that Japanese (沢), traditional (澤) and simplified Chinese (泽) spellings
 * of it are equal; variants that families keep are one too (斎藤 and 齋藤, 髙 and 高). 々 is written out (佐々木 → 佐佐木).
 */
export function oneFormOfJapanese(name: string): string {
  let plain = '';
  for (const char of simplifiedOf(name)) plain += char === '々' ? plain.slice(-1) : (SIMPLIFIED_OF_JAPANESE.get(char) ?? char);
  return plain;
}

const PAIRS =
  '沢泽 辺边 邉边 浜滨 桜樱 広广 栄荣 竜龙 斉齐 斎斋 恵惠 実实 黒黑 瀬濑 戸户 関关 絵绘 郷乡 鉄铁 徳德 渋涩 亀龟 塩盐 児儿 勲勋 変变 弾弹 暁晓 歩步 毎每 滝泷 発发 穂穗 経经 ' +
  '総总 豊丰 円圆 応应 両两 髪发 嶋岛 﨑崎 髙高 冨富 篭笼 曽曾 蔵藏 巌岩 穐秋 県县 姫姬 渓溪 帰归 粛肃 稲稻 聡聪 顕显 薫薰 剣剑 検检 険险 験验 図图 団团 挙举 駅驿 訳译 釈释 ' +
  '択择 壌壤 嬢娘 譲让 醸酿 仏佛 払拂 弐贰 壱壹 暦历 歴历 覚觉 楽乐 薬药 雑杂 焼烧 営营 労劳 厳严 単单 戦战 帯带 繊纤 銭钱 荘庄 奨奖 乗乘 剰剩 縄绳 畳叠 酔醉 砕碎 髄髓 抜拔 ' +
  '拝拜 氷冰 塀屏 舗铺 槇槙 満满 黙默 揺摇 様样 頼赖 覧览 涙泪 塁垒 隷隶 齢龄 錬炼 亜亚 悪恶 圧压 囲围 隠隐 艶艳 穏稳 仮假 価价 懐怀 拡扩 巻卷 陥陷 勧劝 寛宽 観观 気气 戯戏 ' +
  '犠牺 拠据 駆驱 掲揭 継继 鶏鸡 芸艺 撃击 欠缺 倹俭 権权 効效 鉱矿 済济 剤剂 桟栈 賛赞 糸丝 歯齿 収收 従从 獣兽 処处 浄净 粋粹 専专 巣巢 痩瘦 騒骚 増增 臓脏 続续 対对 鋳铸 ' +
  '庁厅 聴听 逓递 転转 伝传 闘斗 読读 悩恼 脳脑 覇霸';

/** Japanese forms with their simplified Chinese ones, where the table of traditional characters does not know them. */
const SIMPLIFIED_OF_JAPANESE: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
