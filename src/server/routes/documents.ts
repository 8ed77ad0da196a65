import { z } from 'zod';
import { docsPage } from '../docs-page.ts';
import { openApiOf } from '../openapi.ts';
import { route, type Route } from '../route.ts';

/** What describes the other routes. Made once: the table does not change while the server runs. */
export function documentRoutes(routes: () => readonly Route[]): readonly Route[] {
  let document: ReturnType<typeof openApiOf> | undefined;
  const described = (): ReturnType<typeof openApiOf> => (document ??= openApiOf(routes()));
  let html: string | undefined;
  return [
    route({
      method: 'GET',
      path: '/api/v1/openapi.json',
      tag: 'Server',
      summary: 'This API as an OpenAPI 3.1 document',
      access: 'public',
      answer: z.looseObject({ openapi: z.string() }),
      handle: () => described() as { openapi: string },
    }),
    route({
      method: 'GET',
      path: '/api/docs',
      tag: 'Server',
      summary: 'This API to read',
      access: 'public',
      answer: { produces: 'text/html; charset=utf-8' },
      handle({ reply }) {
        html ??= docsPage(described());
        void reply.header(
          'content-security-policy',
          "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        );
        return html;
      },
    }),
    route({
      method: 'GET',
      path: '/api/docs.css',
      tag: 'Server',
      summary: 'Style of the documentation',
      access: 'public',
      answer: { produces: 'text/css; charset=utf-8' },
      handle: () => STYLE,
    }),
  ];
}

const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--ground:#fff;--tint:#f6f8fa;--mark:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa4b0;--line:#30363d;--ground:#0f1318;--tint:#171c23;--mark:#6cb2ff}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:56rem;margin:0 auto;padding:1.5rem 1rem 6rem}
a{color:var(--mark)}h1{font-size:1.7rem}h2{margin-top:2.5rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;background:var(--tint)}summary{padding:.55rem .8rem;cursor:pointer;overflow-wrap:anywhere}
details>div{padding:0 .8rem .8rem}i{color:var(--soft)}code,pre{font:.86rem/1.45 ui-monospace,monospace}pre{overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere;padding:.7rem;border:1px solid var(--line);border-radius:.4rem;background:var(--ground)}
.example{max-height:26rem}
.method{display:inline-block;min-width:4.6rem;font-weight:700}.access{color:var(--soft);font-size:.86rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;display:block;overflow-x:auto}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
nav ul{columns:3 12rem;padding-left:1.1rem}
`;
