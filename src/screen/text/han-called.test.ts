import { describe, expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const finder = finderOf([
  ['p1', 'Organization', 'China Electronics Technology Group Corporation 38th Research Institute'],
  ['p2', 'Organization', 'Harbin Institute of Technology'],
  ['p3', 'Organization', 'Beihang University'],
  ['p4', 'Organization', 'Northwestern Polytechnical University'],
  ['p5', 'Company', 'JONHON Optronic Technology Co Ltd'],
  ['p6', 'Company', 'Lenovo Group Limited'],
  ['p7', 'Company', 'SZ DJI Technology Co., Ltd.'],
]);
const found = (text: string): readonly string[] => finder.find(text).map((hit) => `${hit.party} ${hit.text}`);

describe('bodies that Chinese calls by names of its own', () => {
  it('are found by their whole names and by short ones', () => {
    expect(found('采购人:中国电子科技集团公司第三十八研究所')).toEqual(['p1 中国电子科技集团公司第三十八研究所']);
    expect(found('中标供应商:中航光电科技股份有限公司')).toEqual(['p5 中航光电科技股份有限公司']);
    expect(found('项目由中电科三十八所牵头,哈工大、北航参与')).toEqual(['p1 中电科三十八所', 'p2 哈工大', 'p3 北航']);
    expect(found('中国电科38所采购')).toEqual(['p1 中国电科38所']);
  });

  it('are found where a part of them is named, and not in the names of other bodies', () => {
    expect(found('哈尔滨工业大学采购无人机')).toEqual(['p2 哈尔滨工业大学']);
    expect(found('西北工业大学机电学院')).toEqual(['p4 西北工业大学']);
    expect(found('哈工大机器人集团股份有限公司')).toEqual([]);
    expect(found('哈尔滨工业大学出版社')).toEqual([]);
    expect(found('西北工业大学明德学院、西北工业大学中山学院')).toEqual(['p4 西北工业大学']);
    expect(found('中电科第十四研究所')).toEqual([]);
  });

  it('are not found in hospitals and schools that are called after them', () => {
    expect(found('哈工大幼儿园、西北工业大学附小')).toEqual([]);
    expect(found('北航附中采购课桌')).toEqual([]);
    expect(found('北航中学采购课桌')).toEqual([]);
    expect(found('中标供应商:北航集团、北航股份')).toEqual([]);
    expect(found('北航中学生夏令营')).toEqual(['p3 北航']);
    expect(found('哈尔滨工业大学采购医院设备')).toEqual(['p2 哈尔滨工业大学']);
    expect(found('哈尔滨工业大学生运动会')).toEqual([]);
    expect(found('哈尔滨工业大学生命学院')).toEqual(['p2 哈尔滨工业大学']);
  });

  it('are not found in persons that tables set with blanks', () => {
    expect(found('供应商 联想')).toEqual(['p6 联想']);
    expect(found('联系人:王 联想')).toEqual([]);
    expect(found('联系人:联 想')).toEqual([]);
  });

  it('are found behind the place where they are, and in cells of a table', () => {
    expect(found('供应商:深圳大疆')).toEqual(['p7 深圳大疆']);
    expect(found('品牌 大疆 型号')).toEqual(['p7 大疆']);
  });

  it('are not found in other words', () => {
    expect(found('哈工大厦物业、哈工大道')).toEqual([]);
    expect(found('哈工大道路工程实验室')).toEqual(['p2 哈工大']);
    expect(found('中国电科院采购')).toEqual([]);
    expect(found('令人联想到大海')).toEqual([]);
    expect(found('联想集团有限公司')).toEqual(['p6 联想集团有限公司']);
    expect(found('新北航路、上北航')).toEqual([]);
  });
});
