/**
 * The pages of the Guangdong case of May and June 2024, written anew from what the press reported: the goods and trade names are quoted as
 * published, everything around them is ours. The markup is that of WeChat articles, cut down to what a reader needs.
 */

const TITLE = '国外企业采购无人机设备通知';

export const ACCOUNTS = {
  province: { name: '广东省对俄贸易促进会（演示）', biz: 'MzAwMDAwMDAwMQ==' },
  city: { name: '云浮市国际贸易促进会（演示）', biz: 'MzAwMDAwMDAwMg==' },
} as const;

export type Account = keyof typeof ACCOUNTS;

const PARAGRAPHS = [
  '现有国外企业求购下列设备，请有意向的企业将产品资料发送至本会联系人。',
  '所需产品：探测器、干扰发生器、无人机探测器（商品名 BoriTone、AsselLabs、Bulat）或其他类似技术方案；无人机抑制器；通信频段干扰器。',
  '其中 Bulat 希望采购国产同类产品。',
  '联系电话：0000-0000000',
];

/** An article as its account publishes it; `publishedS` in Unix seconds. */
export function article(account: Account, publishedS: number): string {
  const { name, biz } = ACCOUNTS[account];
  const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title>
<meta property="og:title" content="${TITLE}"><meta property="og:article:author" content="">
<script>var biz = "${biz}" || ""; var mid = "${mid(account)}" || ""; var idx = "1" || ""; var sn = "00000000000000000000000000000000" || "";
var ct = "${publishedS}"; var user_name = "gh_000000000000"; window.item_show_type = "0";</script></head>
<body id="activity-detail" class="zh_CN"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content">
<h1 class="rich_media_title" id="activity-name">${TITLE}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">${name}</a></span><em id="publish_time"></em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
${body}
</div></div></div></div></body></html>`;
}

/** What WeChat shows to a visitor who came too often: no removal. */
export const VERIFICATION = `<!DOCTYPE html><html><head><title></title></head><body class="zh_CN"><div class="weui-msg"><div class="weui-msg__text-area">
<h2 class="weui-msg__title">环境异常</h2><p class="weui-msg__desc">当前环境异常，完成验证后即可继续访问。</p></div>
<div class="weui-msg__opr-area"><a class="weui-btn weui-btn_primary" id="js_verify">去验证</a></div></div></body></html>`;

/** What WeChat shows once an account has deleted its article; the status is 200. */
export const DELETED = `<!DOCTYPE html><html><head><title></title></head><body class="zh_CN"><div class="weui-msg"><div class="weui-msg__text-area">
<div class="weui-msg__title warn">该内容已被发布者删除</div></div></div></body></html>`;

export function feed(origin: string, items: readonly { readonly account: Account; readonly publishedS: number }[]): string {
  const entries = items
    .map(
      ({ account, publishedS }) =>
        `<item><title>${TITLE}</title><link>${origin}/s/${account}</link><guid>${account}</guid><pubDate>${new Date(publishedS * 1000).toUTCString()}</pubDate></item>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>对俄贸易（演示）</title><link>${origin}</link><language>zh-CN</language>${entries}</channel></rss>`;
}

function mid(account: Account): string {
  return account === 'province' ? '2247480001' : '2247480002';
}
