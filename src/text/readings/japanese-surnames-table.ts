/** Common Japanese surnames and their readings (Hepburn without long marks), most usual first. Written for this project. */
export const JAPANESE_SURNAMES = `
佐藤 sato|鈴木 suzuki|高橋 takahashi|田中 tanaka|伊藤 ito|渡辺 watanabe|山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato|吉田 yoshida|山田 yamada|佐々木 sasaki|山口 yamaguchi|松本 matsumoto|井上 inoue
木村 kimura|林 hayashi|斎藤 saito|斉藤 saito|清水 shimizu|山崎 yamazaki,yamasaki|森 mori|池田 ikeda|橋本 hashimoto|阿部 abe|石川 ishikawa|山下 yamashita|中島 nakajima,nakashima|石井 ishii|小川 ogawa|前田 maeda
岡田 okada|長谷川 hasegawa|藤田 fujita|後藤 goto|近藤 kondo|村上 murakami|遠藤 endo|青木 aoki|坂本 sakamoto|福田 fukuda|太田 ota,ohta|西村 nishimura|藤井 fujii|金子 kaneko|岡本 okamoto|藤原 fujiwara,fujihara
中野 nakano|三浦 miura|原田 harada|中川 nakagawa|松田 matsuda|竹内 takeuchi|小野 ono|田村 tamura|中山 nakayama|和田 wada|石田 ishida|森田 morita|上田 ueda|原 hara|内田 uchida|柴田 shibata|酒井 sakai|宮崎 miyazaki
横山 yokoyama|高木 takagi|安藤 ando|宮本 miyamoto|大野 ono,ohno|島田 shimada|谷口 taniguchi|工藤 kudo|今井 imai|丸山 maruyama|増田 masuda|杉山 sugiyama|高田 takada,takata|村田 murata|平野 hirano|大塚 otsuka,ohtsuka
菅原 sugawara|武田 takeda|新井 arai|小山 koyama,oyama|野口 noguchi|桜井 sakurai|千葉 chiba|岩崎 iwasaki|佐野 sano|谷 tani|上野 ueno|松井 matsui|河野 kono,kawano|市川 ichikawa|渡部 watanabe,watabe|野村 nomura
菊地 kikuchi|菊池 kikuchi|木下 kinoshita|杉本 sugimoto|大西 onishi,ohnishi|古川 furukawa|松尾 matsuo|久保 kubo|野田 noda|平田 hirata|矢野 yano|川口 kawaguchi|吉川 yoshikawa,kikkawa|小島 kojima|岩田 iwata
桜田 sakurada|北村 kitamura|飯田 iida|西田 nishida|関 seki|川崎 kawasaki|山内 yamauchi,yamanouchi|五十嵐 igarashi|東 azuma,higashi|浅野 asano|大橋 ohashi|早川 hayakawa|樋口 higuchi|川上 kawakami|永井 nagai|久保田 kubota
吉村 yoshimura|福島 fukushima|本田 honda|小池 koike|小松 komatsu|服部 hattori|川村 kawamura|荒木 araki|大島 oshima,ohshima|石原 ishihara|浜田 hamada|横田 yokota|尾崎 ozaki|平井 hirai|成田 narita|松岡 matsuoka
石橋 ishibashi|中田 nakata,nakada|大久保 okubo|熊谷 kumagai,kumagaya|松下 matsushita|荒井 arai|内藤 naito|松村 matsumura|水野 mizuno|吉岡 yoshioka|黒田 kuroda|大谷 otani,ohtani|森本 morimoto|秋山 akiyama|田口 taguchi
堀 hori|堀内 horiuchi|須藤 sudo,suto|星野 hoshino|岡 oka|西川 nishikawa|大石 oishi|小田 oda|小沢 ozawa|片山 katayama|富田 tomita|永田 nagata|関口 sekiguchi|松原 matsubara|三宅 miyake|広瀬 hirose|栗原 kurihara
桑原 kuwabara,kuwahara|吉野 yoshino|福井 fukui|宮田 miyata|石塚 ishizuka|八木 yagi|土屋 tsuchiya|奥村 okumura|菅 suga,kan|菅野 kanno,sugano|津田 tsuda|今村 imamura|安田 yasuda|本間 honma|西山 nishiyama|川島 kawashima
馬場 baba|中西 nakanishi|田辺 tanabe|飯塚 iizuka|大川 okawa|山中 yamanaka|森下 morishita|須田 suda|辻 tsuji|川田 kawada,kawata|松永 matsunaga|星 hoshi|秋田 akita|岸 kishi|岸田 kishida|麻生 aso|安倍 abe|福田 fukuda|小泉 koizumi
鳩山 hatoyama|細川 hosokawa|石破 ishiba|高市 takaichi|河村 kawamura|茂木 motegi,mogi|加茂 kamo|田原 tahara|宮沢 miyazawa|竹下 takeshita|中曽根 nakasone|大平 ohira|三木 miki|佐久間 sakuma|鎌田 kamata|平山 hirayama|町田 machida
望月 mochizuki|松山 matsuyama|大森 omori|岩本 iwamoto|西 nishi|南 minami|北 kita|榎本 enomoto|白石 shiraishi|入江 irie|金田 kaneda,kanada|黒川 kurokawa|小西 konishi|神田 kanda|野中 nakano,nonaka|大野 ono|大山 oyama
坂口 sakaguchi|森山 moriyama|川端 kawabata|高野 takano|滝沢 takizawa|片岡 kataoka|根本 nemoto|水谷 mizutani|岩井 iwai|竹田 takeda|中井 nakai|奥田 okuda|篠原 shinohara|萩原 hagiwara|小倉 ogura,kokura|日高 hidaka
小原 ohara,obara|吉本 yoshimoto|畠山 hatakeyama|長田 nagata,osada|児玉 kodama|岩瀬 iwase|長島 nagashima|長嶋 nagashima|上原 uehara|米田 yoneda|大沢 osawa,ohsawa|比嘉 higa|金城 kinjo|宮城 miyagi|島袋 shimabukuro|新垣 arakaki,aragaki
大城 oshiro|玉城 tamaki,tamashiro|知念 chinen|三好 miyoshi|武藤 muto|足立 adachi|庄司 shoji|東海林 shoji|平川 hirakawa|宇野 uno|塚本 tsukamoto|今野 konno|藤本 fujimoto|藤沢 fujisawa|藤川 fujikawa|藤岡 fujioka|藤村 fujimura
黒木 kuroki|黒沢 kurosawa|河合 kawai|川合 kawai|河田 kawada|河原 kawahara,kawara|河本 kawamoto|川本 kawamoto|川原 kawahara|川瀬 kawase|川野 kawano|矢島 yajima|安部 abe|浅井 asai|浅田 asada|相川 aikawa|相沢 aizawa|会田 aida
青山 aoyama|青柳 aoyagi|秋元 akimoto|秋本 akimoto|朝倉 asakura|荒川 arakawa|有馬 arima|有田 arita|有村 arimura|安達 adachi|安西 anzai|飯島 iijima|飯野 iino|生田 ikuta|池上 ikegami|池内 ikeuchi|石黒 ishiguro|石山 ishiyama|石本 ishimoto
泉 izumi|磯部 isobe|板垣 itagaki|板倉 itakura|市原 ichihara|稲垣 inagaki|稲葉 inaba|稲田 inada|乾 inui|犬飼 inukai|今泉 imaizumi|今西 imanishi|岩下 iwashita|岩間 iwama|植木 ueki|植田 ueda|植村 uemura|上村 uemura,kamimura
上杉 uesugi|臼井 usui|内山 uchiyama|梅田 umeda|梅原 umehara|浦田 urata|江口 eguchi|江川 egawa|江藤 eto|衛藤 eto|榎 enoki|大井 oi|大内 ouchi,ohuchi|大江 oe|大木 oki,ohki|大倉 okura|大田 ota|大竹 otake|大槻 otsuki|大坪 otsubo
大友 otomo|大西 onishi|大場 oba,ohba|大原 ohara|大村 omura|大矢 oya|緒方 ogata|尾形 ogata|岡崎 okazaki|岡野 okano|岡部 okabe|岡村 okamura|沖田 okita|荻野 ogino|奥野 okuno|奥山 okuyama|長 cho,osa|小笠原 ogasawara|小谷 kotani,otani
小田切 odagiri|落合 ochiai|尾上 onoe|垣内 kakiuchi|柿沼 kakinuma|笠原 kasahara|笠井 kasai|梶原 kajiwara|梶 kaji|片桐 katagiri|勝又 katsumata|勝田 katsuta|桂 katsura|金井 kanai|金沢 kanazawa|金丸 kanemaru|金山 kanayama|鎌倉 kamakura
亀井 kamei|亀田 kameda|狩野 kano,karino|川井 kawai|川北 kawakita|川中 kawanaka|川西 kawanishi|神崎 kanzaki|神谷 kamiya|神山 kamiyama,koyama|神戸 kanbe|菊田 kikuta|岸本 kishimoto|北川 kitagawa|北島 kitajima|北野 kitano|北原 kitahara
木田 kida|木原 kihara|木内 kiuchi|木本 kimoto|木山 kiyama|清田 kiyota|清野 kiyono,seino|草野 kusano|楠 kusunoki|楠本 kusumoto|国分 kokubu|久野 kuno,hisano|久米 kume|倉田 kurata|栗田 kurita|栗林 kuribayashi|黒岩 kuroiwa|桑田 kuwata
小出 koide|小泉 koizumi|小坂 kosaka|小柳 koyanagi|小宮 komiya|小松原 komatsubara|小村 komura|小森 komori|古賀 koga|古田 furuta|古谷 furuya|古屋 furuya|駒井 komai|小室 komuro|権田 gonda|西郷 saigo|税所 saisho|坂井 sakai|坂田 sakata
榊原 sakakibara|坂上 sakagami|佐伯 saeki|佐川 sagawa|桜庭 sakuraba|笹川 sasagawa|佐竹 satake|里見 satomi|真田 sanada|沢田 sawada|沢井 sawai|沢村 sawamura|塩田 shiota|塩谷 shiotani,shioya|志賀 shiga|重松 shigematsu|宍戸 shishido|品川 shinagawa
篠田 shinoda|篠崎 shinozaki|柴山 shibayama|渋谷 shibuya|渋沢 shibusawa|島崎 shimazaki|島津 shimazu|島村 shimamura|嶋田 shimada|清原 kiyohara|下村 shimomura|下田 shimoda|庄野 shono|白井 shirai|白川 shirakawa|城 jo,shiro|新谷 shintani,araya
進藤 shindo|新藤 shindo|末永 suenaga|杉浦 sugiura|杉田 sugita|杉原 sugihara|杉村 sugimura|鈴村 suzumura|諏訪 suwa|瀬戸 seto|瀬川 segawa|関根 sekine|関谷 sekiya|千田 chida,senda|仙石 sengoku|相馬 soma|添田 soeda|曽我 soga|園田 sonoda
染谷 someya|平 taira,hira|高井 takai|高岡 takaoka|高倉 takakura|高島 takashima|高嶋 takashima|高瀬 takase|高津 takatsu|高梨 takanashi|高原 takahara|高松 takamatsu|高見 takami|高村 takamura|高山 takayama|高柳 takayanagi|滝 taki|滝川 takigawa
滝口 takiguchi|田川 tagawa|田代 tashiro|田島 tajima|田所 tadokoro|田上 tagami,tanoue|田端 tabata|田畑 tabata|田淵 tabuchi|玉井 tamai|玉木 tamaki|田山 tayama|多田 tada|立花 tachibana|橘 tachibana|立川 tachikawa|辰巳 tatsumi|竹中 takenaka
竹村 takemura|竹本 takemoto|武井 takei|武内 takeuchi|武市 takeichi|伊達 date|谷川 tanigawa,tanikawa|谷本 tanimoto|谷村 tanimura|谷田 tanida|種田 taneda|田丸 tamaru|千野 chino|塚田 tsukada|塚原 tsukahara|辻本 tsujimoto|土井 doi|土田 tsuchida
堤 tsutsumi|角田 tsunoda,kakuta|坪井 tsuboi|津村 tsumura|鶴田 tsuruta|鶴見 tsurumi|手塚 tezuka|寺田 terada|寺島 terashima|寺西 teranishi|寺本 teramoto|土居 doi|東條 tojo|東条 tojo|遠山 toyama|時田 tokita|徳田 tokuda|徳川 tokugawa|徳永 tokunaga
戸田 toda|友田 tomoda|豊田 toyoda,toyota|豊島 toyoshima|鳥居 torii|内村 uchimura|仲田 nakata|仲村 nakamura|中尾 nakao|中沢 nakazawa|中谷 nakatani,nakaya|中原 nakahara|中本 nakamoto|永野 nagano|長野 nagano|永島 nagashima|長尾 nagao|長岡 nagaoka
長沢 nagasawa|長山 nagayama|永山 nagayama|名取 natori|並木 namiki|楢崎 narasaki|奈良 nara|成瀬 naruse|難波 nanba|南部 nanbu|二宮 ninomiya|西尾 nishio|西岡 nishioka|西沢 nishizawa|西野 nishino|西原 nishihara|西本 nishimoto|西脇 nishiwaki
新田 nitta|丹羽 niwa|沼田 numata|根岸 negishi|野上 nogami|野崎 nozaki|野沢 nozawa|野島 nojima|野原 nohara|野本 nomoto|野々村 nonomura|乃木 nogi|萩 hagi|袴田 hakamada|橋口 hashiguchi|橋爪 hashizume|長谷部 hasebe|畑 hata|畑中 hatanaka
秦 hata|羽田 hata,haneda|畠中 hatanaka|蜂谷 hachiya|服田 hattori|花田 hanada|羽生 hanyu,habu|馬渕 mabuchi|浜口 hamaguchi|浜崎 hamasaki|濱田 hamada|早坂 hayasaka|早田 hayata|林田 hayashida|原口 haraguchi|半田 handa|土方 hijikata|日野 hino
平岡 hiraoka|平松 hiramatsu|平林 hirabayashi|平本 hiramoto|広田 hirota|深沢 fukazawa|深田 fukada|福永 fukunaga|福原 fukuhara|福本 fukumoto|福山 fukuyama|藤 fuji,to|藤野 fujino|藤森 fujimori|藤山 fujiyama|二村 futamura|船越 funakoshi|古沢 furusawa
北条 hojo|北條 hojo|細田 hosoda|細谷 hosoya|堀江 horie|堀口 horiguchi|堀田 hotta|本多 honda|前川 maekawa|前原 maehara|牧 maki|牧野 makino|正岡 masaoka|益田 masuda|町村 machimura|松浦 matsuura|松江 matsue|松川 matsukawa|松崎 matsuzaki
松沢 matsuzawa|松島 matsushima|松野 matsuno|松平 matsudaira|松坂 matsuzaka|松葉 matsuba|的場 matoba|真鍋 manabe|丸尾 maruo|三上 mikami|三沢 misawa|三島 mishima|水上 mizukami,minakami|水島 mizushima|溝口 mizoguchi|三井 mitsui|三田 mita
三谷 mitani,mitsuya|皆川 minagawa|湊 minato|宮下 miyashita|宮川 miyagawa|宮内 miyauchi|宮地 miyaji|宮原 miyahara|宮島 miyajima|三輪 miwa|向井 mukai|武者 musha|村井 murai|村岡 muraoka|村川 murakawa|村瀬 murase|村松 muramatsu|村山 murayama
室井 muroi|目黒 meguro|毛利 mori|元木 motoki|本橋 motohashi|本村 motomura|森岡 morioka|森川 morikawa|森口 moriguchi|森島 morishima|守田 morita|守屋 moriya|森谷 moriya,moritani|両角 morozumi|門田 kadota|八代 yashiro|矢口 yaguchi
柳 yanagi|柳沢 yanagisawa|柳田 yanagida,yanagita|柳原 yanagihara|矢部 yabe|山岸 yamagishi|山県 yamagata|山形 yamagata|山際 yamagiwa|山岡 yamaoka|山川 yamakawa|山上 yamagami|山越 yamakoshi|山根 yamane|山室 yamamuro|山村 yamamura|山名 yamana
山野 yamano|山谷 yamatani,yamaya|山辺 yamabe|山脇 yamawaki|湯浅 yuasa|湯川 yukawa|横井 yokoi|横尾 yokoo|吉井 yoshii|吉沢 yoshizawa|吉原 yoshihara,yoshiwara|吉永 yoshinaga|芳賀 haga|米沢 yonezawa|米倉 yonekura|米山 yoneyama|若林 wakabayashi
若松 wakamatsu|鷲尾 washio|渡 watari|度会 watarai|鰐渕 wanibuchi|宇佐美 usami|長谷 hase,nagatani|日下部 kusakabe|日比野 hibino|佐瀬 sase|勅使河原 teshigawara|小野寺 onodera|小野田 onoda|大河内 okochi|大河原 okawara|我妻 agatsuma,wagatsuma
甲斐 kai|加納 kano|嘉納 kano|賀来 kaku|香川 kagawa|郡司 gunji|郷 go|五味 gomi|後藤田 gotoda|近衛 konoe|財部 takarabe|冨田 tomita|富永 tominaga|富岡 tomioka|富樫 togashi|外山 toyama,sotoyama|登坂 tosaka|戸塚 totsuka|苫米地 tomabechi|内海 utsumi
`;
