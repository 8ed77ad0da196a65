import type { Shot } from './shoot-views.ts';

const STYLE = `<!doctype html><meta charset="utf-8"><style>
body{font:14px/1.4 sans-serif;margin:12px;background:#888;color:#000}
h2{margin:20px 0 6px}figure{display:inline-block;margin:0 6px 6px 0;vertical-align:top}figcaption{font-size:11px}img{display:block;height:430px}
</style>`;

/** All pictures, by view and state. */
export function contactPage(shots: readonly Shot[]): string {
  const groups = [...Map.groupBy(shots, ({ view, state }) => `${view}: ${state}`)];
  return STYLE + groups.map(([name, group]) => `<h2>${name}</h2>${group.toSorted(byLook).map(figure).join('')}`).join('\n');
}

/** The pictures of one view in one state. */
export function sheetPage(shots: readonly Shot[]): string {
  return STYLE + shots.toSorted(byLook).map(figure).join('');
}

function figure({ file, language, theme, width }: Shot): string {
  return `<figure><a href="${file}"><img src="${file}" loading="eager" alt=""></a><figcaption>${language} ${theme} ${width}</figcaption></figure>`;
}

function byLook(a: Shot, b: Shot): number {
  return a.language.localeCompare(b.language) || b.theme.localeCompare(a.theme) || a.width - b.width;
}
