import { expect, it } from 'vitest';
import { boxesIn } from './boxes-in.ts';
import { buildPage } from './page-stream.ts';
import { unseenWords } from './unseen-words.ts';

const unseen = (html: string): readonly string[] => unseenWords(buildPage(Buffer.from(html), 'utf-8')).words;

it.each([
  ['a box in a page with a menu', '<a href="/">Главная</a><script>alert("Объявление удалено");</script>', 'Объявление удалено'],
  ['data of a program', '<script>window.state={"code":404,"msg":"公告不存在或已删除"}</script>', '公告不存在或已删除'],
  ['escapes', String.raw`<script>var m = "\u516c\u544a\u5df2\u5220\u9664\n";</script>`, '公告已删除'],
  ['an image of words', '<img src="gone.png" alt="该内容已被发布者删除">', '该内容已被发布者删除'],
  ['a field', '<input readonly value="Заявку відкликано">', 'Заявку відкликано'],
  ['a hidden box', '<div style="display:none">The notice was withdrawn</div><p>Menu</p>', 'The notice was withdrawn'],
  ['what stands there without scripts', '<noscript><b>Лот снят</b> с торгов</noscript>', 'Лот снят с торгов'],
])('holds %s', (_, html, words) => expect(unseen(html)).toContain(words));

it('holds no code, no single word of Latin, and what it shows only once', () => {
  expect(unseen('<p>Shown to all who come</p><script>go("index.html", "use strict", "error"); x = "a b"</script>')).toEqual([]);
});

it.each([
  ["Swal.fire({title:'Внимание',text:'Закупка отозвана заказчиком',icon:'error'})", ['Внимание', 'Закупка отозвана заказчиком']],
  ['document.getElementById("m").innerHTML = "<p>Gone for good</p>"', ['Gone for good']],
  ['$("#m").text(`Лот знято`)', ['Лот знято']],
  ['var msg="信息已撤回"; var other="不相关"; alert(msg)', ['信息已撤回']],
])('a script shows %s', (script, words) => expect(boxesIn(script)).toEqual(words));

it('takes a script of quotes, and one that never closes them, in time that grows with its length', () => {
  const took = (script: string): number => {
    const before = process.cpuUsage();
    boxesIn(script);
    unseen(`<script>${script}</script>`);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  for (const part of ['"', `'"`, 'alert("', 'alert(a', 'fire({', '\\"', 'x="']) expect(took(part.repeat(40_000))).toBeLessThan(2000);
});
