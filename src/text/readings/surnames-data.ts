/** Surnames of one character in use (simplified): the Hundred Family Surnames and those common today. Written for this project. */
export const USUAL_SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江尹薛闫阎段雷侯龙史黎贺顾毛郝龚邵万覃武钱戴严莫孔' +
    '向常汤赖洪康施牛翁温芦俞章鲁葛伍樊申尤毕聂丛焦柳邢骆岳齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位霍翟隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池' +
    '滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺水云昌凤酆皮卡尚农储宿' +
    '郗班仰秋伊宓蓬贡劳逄姓扶堵宰郦雍却璩濮寿通扈郏浦别慕茹宦鱼容慎戈庾终暨居衡步弘国文寇广禄阙东殳沃利蔚越夔隆师厍晁勾融訾阚那空毋乜养丰巢蒯相后红权逯益桓公苍年爱佘佴伯赏墨哈谯笪言福由楼危颜倪元平湛经裘缪' +
    '干钮诸邝区麦鹿敬朴智依邰从鄂索咸籍能乔阴胶双闻莘冒撒粘信洛矫仝门展么郄普仉乌焉亓衷帅海弓庞尧粟但旷过操占代战矣律肇冶宣昝束嵇邴幸韶钭隗山甯巴牧戎滑骈禹狄贝宾苻藏敏香楠嵩郇邾鄞闾荀羊惠汲松富召尉员折种祭' +
    '妫眭黑秘洗',
);

/** Readings of a character as a surname where they differ from its most usual reading; a second one where both are in use. */
export const SURNAME_READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    '单 shan|解 xie|仇 qiu|曾 zeng|区 ou|查 zha|翟 zhai,di|盖 ge,gai|任 ren|朴 piao,pu|缪 miao|乐 yue,le|尉 wei|万 wan|华 hua|' +
    '员 yun|召 shao|洗 xian|冼 xian|宁 ning|折 she|黑 he,hei|秘 bi|种 chong|覃 qin,tan|訾 zi|晁 chao|祭 zhai|逄 pang|燕 yan|应 ying|' +
    '纪 ji|葛 ge|哈 ha|车 che|谌 chen,shen|卜 bu|石 shi|那 na|相 xiang|强 qiang|隗 kui,wei|郇 xun,huan|勾 gou|佴 nai|郄 qie,xi|' +
    '仉 zhang|亓 qi|乜 nie|毋 wu|褚 chu|藏 zang|臧 zang|贾 jia|眭 sui|妫 gui|能 nai|柏 bai|薄 bo|都 du|沈 shen|过 guo|占 zhan|余 yu|' +
    '俞 yu|叶 ye|肖 xiao|尹 yin|阚 kan|郗 xi,chi|郜 gao|牟 mou,mu|莘 shen,xin|喻 yu|宓 mi,fu|卡 ka|曲 qu|谷 gu|盛 sheng|洪 hong|' +
    '从 cong|瞿 qu|阙 que|费 fei|秦 qin|庞 pang|尧 yao|台 tai|厍 she|殳 shu|甯 ning|钭 tou|笪 da|嵇 ji|冒 mao|粘 nian|撒 sa|吕 lv|' +
    '律 lv|吴 wu|戴 dai|卓 zhuo|凌 ling|白 bai|成 cheng|童 tong|欧 ou|汤 tang|宿 su|尚 shang|郝 hao|仝 tong|冯 feng'
  )
    .split('|')
    .map((entry) => {
      const [char = '', readings = ''] = entry.split(' ');
      return [char, readings.split(',')] as const;
    }),
);

/** Surnames of two characters with their readings joined (simplified). */
export const TWO_CHARACTER_SURNAMES: ReadonlyMap<string, string> = new Map(
  (
    '欧阳 ouyang|司马 sima|上官 shangguan|诸葛 zhuge|司徒 situ|东方 dongfang|独孤 dugu|南宫 nangong|万俟 moqi|闻人 wenren|夏侯 xiahou|尉迟 yuchi|公羊 gongyang|赫连 helian|澹台 tantai|皇甫 huangfu|' +
    '宗政 zongzheng|濮阳 puyang|公冶 gongye|太叔 taishu|申屠 shentu|公孙 gongsun|慕容 murong|仲孙 zhongsun|钟离 zhongli|长孙 zhangsun|宇文 yuwen|司空 sikong|闾丘 lvqiu|子车 ziju|亓官 qiguan|司寇 sikou|' +
    '巫马 wuma|公西 gongxi|颛孙 zhuansun|壤驷 rangsi|公良 gongliang|漆雕 qidiao|乐正 yuezheng|宰父 zaifu|谷梁 guliang|拓跋 tuoba|夹谷 jiagu|轩辕 xuanyuan|令狐 linghu|段干 duangan|百里 baili|呼延 huyan|' +
    '东郭 dongguo|南门 nanmen|羊舌 yangshe|微生 weisheng|公户 gonghu|公玉 gongyu|梁丘 liangqiu|左丘 zuoqiu|东门 dongmen|西门 ximen|南荣 nanrong|第五 diwu|端木 duanmu|欧侯 ouhou|纳兰 nalan|完颜 wanyan|' +
    '叶赫 yehe|爱新 aixin|耶律 yelv|贺兰 helan|淳于 chunyu|哥舒 geshu|相里 xiangli|鲜于 xianyu|太史 taishi|屈突 qutu|贺若 heruo|即墨 jimo|达奚 daxi|褚师 chushi|阿史 ashi|范姜 fanjiang|张简 zhangjian'
  )
    .split('|')
    .map((entry) => {
      const [surname = '', reading = ''] = entry.split(' ');
      return [surname, reading] as const;
    }),
);
