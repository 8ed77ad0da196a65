/**
 * Customary spellings that no rule gives, or not in this order: surnames (simplified) in Hong Kong, then in Hokkien, Teochew and
 * Hakka families of Singapore, Malaysia, Indonesia and Taiwan; and characters of given names whose usual Cantonese reading in
 * names is not their first. Written for this project.
 */
export const SOUTHERN_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  `陈 chan,tan,chin,ting|林 lam,lim,lum,ling|黄 wong,ng,ooi,oei,wee,bong|王 wong,ong,heng|李 lee,li,lei,ly|张 cheung,cheong,teo,chong,teoh,tiong|吴 ng,goh,go,gouw,ung
刘 lau,low,lew,liew,lao|蔡 choi,tsoi,chua,choy,chai,tjoa|郑 cheng,tay,tee,teh,chang|许 hui,koh,khoh,kho,khaw,hii|郭 kwok,kuok,quek,kwek,koay,kwak|周 chow,chau,chew,chiu,chiew|洪 hung,ang,hong
杨 yeung,yeo,yong,yeoh,young|叶 yip,ip,yap,yeap,iap|徐 tsui,chee,chui,swee,zee|何 ho,hor,hoe|梁 leung,leong,neo,niu,liong,neoh|朱 chu,choo,gee,tjoe|罗 law,lo,loh,low|胡 wu,woo,foo,oh,aw,ow
谢 tse,che,chia,cheah,seah,tjia,tze|邓 tang,teng,thang|曾 tsang,chan,chang,chen,tjan|彭 pang,phang,pehn|冯 fung,foong,pang,phang|苏 so,soh,soo,saw|卢 lo,loo,loh,low|沈 sham,sim,shum,sum|吕 lui,loo,looi,lee,loi
高 ko,koh,kou,kow|余 yu,yee,yue,er,eu,u|袁 yuen,wan,guan|唐 tong,tng,teng|潘 poon,pun,phua,puah,phoa|萧 siu,seow,siew,siaw,shiu|肖 siu,chiu,seow|邱 yau,khoo,koo,khu,hew,hiew|丘 yau,khoo,hew|江 kong,kang,kiang
戴 tai,tay,te,thai|方 fong,png,hng,pang|钟 chung,cheong,chong,tjung|汪 wong,ong|田 tin,chan,tien|任 yam,yum,jim|姜 keung,kiang,khiung|范 fan,huan,fam,pham|石 shek,sek,chioh|姚 yiu,yeow,yau,yew,yeo|谭 tam,tham,hum
廖 liu,liew,liaw,leow|熊 hung,hyong|金 kam,kum,gam|陆 luk,look,lok|孔 hung,kong|白 pak,peh,bak|崔 chui,tsui|康 hong,kng,kang|毛 mo,mou|史 sze,si,see|顾 koo,ku|侯 hau,how,haw,hou|邵 siu,shiu|孟 mang|龙 lung,loong,leng,liong
万 man,ban|段 tuen|钱 chin,tsin,tjhin|汤 tong,thng,thong|尹 wan,wun|黎 lai,loi,le|易 yik,yek|常 sheung|武 mo,boo|乔 kiu|贺 ho|赖 lai,lye,loi|龚 kung,keng,kiong|文 man,mun,boon,bun|区 au,ow,aw,ou|欧 au,ow,aw,ou|冼 sin,sinn,shin
关 kwan,kwang|麦 mak,mok,bek|莫 mok,boh|甘 kam,kum,gan|古 ku,koo,kor|简 kan,kaan|严 yim,giam,ngiam|倪 ngai,gay,geh|翁 yung,ong,eng|温 wan,wun,oon,voon|伍 ng,ngoh|刁 tiu|司 sze,szeto|施 sze,si,see,sy,shi|纪 kei,kee,ki
颜 ngan,gan,ngan|韩 hon,hang,han,hahn|马 ma,mah,beh|孙 suen,sun,soon,sng|赵 chiu,chew,teo,chao,tio,jew|董 tung,tong,tang|程 ching,thia,teh|丁 ting,teng|于 yu,yue,u|杜 to,tow,toh,doo|傅 fu,foo,poh|连 lin,lian|阮 yuen,un,nguyen
尤 yau,yew,yu|柯 or,kwa,kua,quah,o,qua|魏 ngai,gwee,ngoi,gui|凌 ling|练 lin|詹 chim,cham,tjiam|卓 cheuk,toh,tok|骆 lok,loke|蒋 cheung,chiang,cheong,chiew|章 cheung,chang|岑 shum,sam,sum,gim|俞 yu,yue,joo|蓝 lam,nah,lum
房 fong|涂 to,tho|白 pak,peh,bai|符 fu,foo,hoo|薛 sit,sih,si|童 tung|饶 yiu,jau,nyew|巫 mo,moo,bu|邹 chow,chau,cheu|利 lei,lee|霍 fok|容 yung,yong|雷 lui,looi|鲍 pau,pao|包 pau,pao|鲁 lo,loo|秦 chun,chin|夏 ha,hah
贝 pui,pei|池 chi,tee|游 yau,yew,yu|管 koon,kwun|花 fa|单 sin,shin|查 cha|上 sheung|马 ma,mah
志 chi,chee|智 chi,chee|子 tsz,chi,tze|芝 chi,chee|之 chi|明 ming,meng,beng|伟 wai,wei,wee|强 keung,kiong,kheong|家 ka,kar,ga,chia|嘉 ka,kar,ga|文 man,mun,boon|正 ching,jing,cheng|成 shing,sing,seng|生 sang,shang,seng
胜 shing,sing,seng|安 on,ann,an|若 yeuk,yok|昭 chiu,jiu|思 sze,si,see|可 ho,hor|亚 ah,a,nga|露 lo,lou|菁 ching,jing|宁 ning,leng|广 kwong,kong|奇 kei,ki,kee|伯 pak,park,pok|行 hang,hong|钧 kwan,kwun|立 lap,lup
爱 oi,ngoi,ai|达 tat,tart|蓓 pui,pooi|凝 ying|会 wui|克 hak,huk|纯 shun|长 cheung|媛 wun,yuen|美 mei,mee,may,bee|仪 yee,yi,gee|国 kwok,kok|华 wah,wa,hwa,hua|荣 wing,weng,yung,eng|永 wing,weng,eng|福 fuk,fook,hock|发 fat,huat
德 tak,teck,tuck|金 kam,kum,kim,gam|水 shui,sui,chwee|兴 hing,heng|顺 shun,soon|财 choi,chai|宝 po,poh|玉 yuk,yoke,geok|珠 chu,choo|秀 sau,siew|英 ying,eng|丽 lai,lei,lay|芳 fong,fang,hong|建 kin,kian,kien|介 kai,kaai
中 chung,chong,tiong|光 kwong,kong|仁 yan,yin,jin|义 yee,yi,gee|礼 lai|信 shun,sun,sin|祥 cheung,cheong,siang|辉 fai,hui,huey|龙 lung,loong,leng|凤 fung,foong,hong|月 yuet,yuit,goat|云 wan,wun,hoon|海 hoi,hai|山 shan,san,suan
春 chun,choon|和 wo,woh,hoe|平 ping,peng|新 sun,san,sin|青 ching,cheng|清 ching,tsing,cheng|仙 sin|心 sum,sam,sim|孝 hau,how|贵 kwai,kui|贤 yin,hian|健 kin,kien|杰 kit,kiat|俊 chun,choon,tsun|豪 ho,hoe|峰 fung,foong,hong
仲 chung|颖 wing,ying|欣 yan,yun|怡 yee,yi|慧 wai,wei,hui|婷 ting|敏 man,mun,bin|诗 sze,si|雅 nga,ngah|静 ching,jing|浩 ho|宇 yu,yue|轩 hin|铭 ming,meng|添 tim,thiam|振 chun,chan|启 kai,kei|耀 yiu,yew|焕 woon,wun`
    .split(/[|\n]/u)
    .map((entry) => {
      const [char = '', spellings = ''] = entry.split(' ');
      return [char, spellings.split(',')] as const;
    })
    // surnames come first in the table and keep their place
    .filter(([char], index, all) => all.findIndex(([other]) => other === char) === index),
);
