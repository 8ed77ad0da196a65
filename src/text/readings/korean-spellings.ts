/**
 * Spellings of Hangul syllables as Korean families and passports write them, where the rules give another order or none:
 * North Korean usage first, then the South's. Written for this project.
 */
export const KOREAN_SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  `김 kim,gim|이 i,lee,yi,ri,rhee,li|리 ri,lee,yi,li,rhee|박 pak,park,bak|최 choe,choi,choy|정 jong,jeong,chong,chung,jung|강 kang,gang|조 jo,cho|윤 yun,yoon,youn|장 jang,chang|임 im,lim,rim,yim
림 rim,lim,im|한 han,hahn|오 o,oh|서 so,seo,suh|신 sin,shin|권 kwon,gwon|황 hwang|안 an,ahn|송 song|류 ryu,yu,yoo,ryoo,lyu|유 yu,yoo,ryu,you|홍 hong|전 jon,jeon,chon,chun,jun|고 ko,go,koh|문 mun,moon|손 son,sohn
양 yang|량 ryang,yang,liang|배 pae,bae|백 paek,baek,paik,baik|허 ho,heo,hur,huh|남 nam|심 sim,shim|노 no,noh,roh,ro|로 ro,no,roh,noh|하 ha|곽 kwak,gwak|성 song,seong,sung|차 cha|주 ju,chu,joo|우 u,woo,wu
구 ku,gu,koo|라 ra,na,rah|나 na,ra|민 min|진 jin,chin|지 ji,chi,jee|엄 om,eom,um,uhm|채 chae|원 won,weon|천 chon,cheon,chun|방 pang,bang|공 kong,gong|현 hyon,hyun,hyeon,hyoun|함 ham|변 pyon,byun,byeon,byon
염 yom,yeom,youm|렴 ryom,yom,yeom|여 yo,yeo|려 ryo,ryeo,yo|추 chu,choo|도 to,do|소 so|석 sok,seok,suk|선 son,seon,sun|설 sol,seol,sul|마 ma|길 kil,gil|연 yon,yeon,youn|련 ryon,ryeon,yon|위 wi,wee|표 phyo,pyo
명 myong,myung,myeong|기 ki,gi,kee|반 pan,ban|왕 wang|금 kum,geum,keum,gum|옥 ok,ock|육 yuk,yook|륙 ryuk,yuk|맹 maeng|제 je,che|모 mo|탁 thak,tak|국 kuk,guk,kook,gook|어 o,eo|은 un,eun|편 phyon,pyon,pyeon,pyun
용 yong|룡 ryong,yong,ryung|예 ye|례 rye,ye|경 kyong,kyung,gyeong,kyeong|봉 pong,bong|부 pu,bu,boo|영 yong,young,yeong,yung|령 ryong,ryeong,yong|희 hui,hee,hi,heui|철 chol,cheol,chul|혁 hyok,hyuk,hyeok|혜 hye,hae
수 su,soo|숙 suk,sook|순 sun,soon|준 jun,joon,chun,june|훈 hun,hoon|동 tong,dong|태 thae,tae|택 thaek,taek|평 phyong,pyong,pyeong|학 hak|칠 chil|일 il|근 kun,geun,keun|걸 kol,geol|관 kwan,gwan|광 kwang,gwang
규 kyu,gyu|균 kyun,gyun|대 tae,dae|덕 tok,deok,duk,dok|두 tu,du,doo|란 ran,nan|례 rye|록 rok|복 pok,bok|병 pyong,byung,byeong,byong|범 pom,beom,bum|보 po,bo|빈 pin,bin|상 sang|승 sung,seung|시 si,shi
식 sik,shik|실 sil,shil|애 ae|열 yol,yeol,yul|웅 ung,woong|운 un,woon|욱 uk,wook|익 ik|자 ja,cha|재 jae,chae|종 jong,chong|중 jung,chung,joong|창 chang|춘 chun,choon|충 chung,choong|필 phil,pil|형 hyong,hyung,hyeong
호 ho|화 hwa|환 hwan|효 hyo|흥 hung,heung|미 mi,mee|선 son,seon,sun|경 kyong,kyung,gyeong|정 jong,jeong|건 kon,geon,gun,kun|인 in|해 hae|향 hyang|걸 kol,geol,gul|격 kyok,gyeok|극 kuk,geuk|삼 sam|섭 sop,seop,sup
률 ryul,yul|률 ryul|섬 som,seom|송 song|언 on,eon,un|업 op,eop,up|은 un,eun|음 um,eum|응 ung,eung|의 ui,eui|헌 hon,heon,hun|협 hyop,hyeop,hyup|흠 hum,heum|희 hui,hee|을 ul,eul|린 rin,lin,in|락 rak,nak|랑 rang,nang`
    .split(/[|\n]/u)
    .map((entry) => {
      const [syllable = '', spellings = ''] = entry.split(' ');
      return [syllable, spellings.split(',')] as const;
    })
    .filter(([syllable], index, all) => all.findIndex(([other]) => other === syllable) === index),
);
