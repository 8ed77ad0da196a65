import type { SiteAnswer } from './behaviour.ts';

const html = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** Pages of walls as they stand before sites, made from their markup. */
export const WALLS: readonly SiteAnswer[] = [
  {
    status: 403,
    html: html(
      'Just a moment...',
      '<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cvId:"3"};</script>',
    ),
    headers: { 'cf-mitigated': 'challenge' },
  },
  { status: 200, html: html('', '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>') },
  { status: 401, html: html('', '<script src="/__qrator/qauth_utm_v2.js"></script>') },
  {
    status: 200,
    html: html('Ой!', '<form class="CheckboxCaptcha-Form" action="/checkcaptcha"><p>Подтвердите, что запросы отправляли вы</p></form>'),
  },
  { status: 302, html: html('Вы не робот?', '<p>Подтвердите</p>'), location: '/showcaptcha?retpath=x' },
  {
    status: 200,
    html: html('访问验证', '<div id="nocaptcha" class="nc-container"></div><script src="https://g.alicdn.com/AWSC/AWSC/awsc.js"></script>'),
  },
  { status: 200, html: html('', '<p>请完成下方验证</p><script src="https://turing.captcha.qcloud.com/TCaptcha.js"></script>') },
  {
    status: 200,
    html: html(
      '',
      '<div id="captcha"></div><script src="https://static.geetest.com/v4/gt4.js"></script><script>initGeetest4({captchaId:"x"})</script>',
    ),
  },
  {
    status: 200,
    html: '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 444000</iframe></body></html>',
  },
  {
    status: 403,
    html: html('Access to this page has been denied', '<div id="px-captcha"></div>', '<script>window._pxAppId="PX1";</script>'),
  },
  {
    status: 403,
    html: html(
      'Access Denied',
      "<h1>Access Denied</h1>You don't have permission to access this resource on this server.<p>Reference #18.2d3e</p>",
    ),
  },
  {
    status: 521,
    html: '<script>document.cookie=("_")+("_jsl_clearance=1")+";max-age=3600";location.href=location.pathname+location.search</script>',
  },
  {
    status: 200,
    html: "<html><body><script>var x='__jsl_clearance_s';document.cookie=x+'=1';location.href=location.pathname;</script></body></html>",
  },
  {
    status: 412,
    html: html(
      '',
      "<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script><script src='/Qm3x/a.js'></script>",
      '<meta id="eQ" content="x" r="m">',
    ),
  },
  { status: 202, html: html('', "<script>$_ts=window['$_ts'];</script>") },
  { status: 200, html: "<html><script>var arg1='A1B2';setCookie('acw_sc__v2',x);document.location.reload();</script></html>" },
  { status: 405, html: html('405', '<h1>405</h1><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>') },
  { status: 200, html: html('网站防火墙', '<p>您的请求带有不合法参数，已被网站管理员设置拦截！</p>') },
  { status: 200, html: html('安全验证', '<p>请拖动滑块完成验证</p>') },
  { status: 429, html: html('Too Many Requests', '<p>Slow down.</p>') },
  { status: 404, html: html('Just a moment...', '<div id="challenge-stage"></div>') },
];
