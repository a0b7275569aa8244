import type { Language, ModelFaultCode } from '@keting/domain';
import type { DivisionMistake } from '@keting/models';

/** What a fault in a model tells besides its code: the bound that was passed, and what may stand there. */
export interface Told {
  readonly limit: number;
  readonly expected: readonly string[];
}

/** The words of the page that checks data. */
export interface CheckTexts {
  readonly title: string;
  readonly hint: string;
  readonly kind: string;
  readonly kinds: { readonly model: string; readonly divisions: string };
  readonly data: string;
  readonly check: string;
  readonly begin: string;
  readonly sound: (what: string) => string;
  readonly wrong: (count: number) => string;
  readonly notJson: string;
  readonly line: (line: number) => string;
  readonly model: Readonly<Record<ModelFaultCode, (told: Told) => string>>;
  /** Types of JSON as they are called, by the names that the domain gives them. */
  readonly types: Readonly<Record<string, string>>;
  readonly divisions: Readonly<Record<DivisionMistake['code'], string>>;
  readonly counted: {
    readonly model: (kinds: number, posts: number, classes: number) => string;
    readonly divisions: (count: number) => string;
  };
}

export const checkTexts: Readonly<Record<Language, CheckTexts>> = {
  'zh-Hans': {
    title: '检查数据',
    hint: '换一个地方，只要换治理模式和区划表。粘贴到这里检查，有问题会逐条指出位置；您写的内容不会改动，也不会离开这台电脑。',
    kind: '检查什么',
    kinds: { model: '治理模式（JSON）', divisions: '区划表（CSV）' },
    data: '内容',
    check: '检查',
    begin: '填入路桥的作为起点',
    sound: (what) => `没有问题：${what}。`,
    wrong: (count) => `有 ${count} 处需要修改：`,
    notJson: '这不是完整的 JSON，请检查括号、引号和逗号。',
    line: (line) => `第 ${line} 行`,
    model: {
      required: () => '缺少内容。',
      'too-short': ({ limit }) => `太短了，至少 ${limit} 个字。`,
      'too-long': ({ limit }) => `太长了，最多 ${limit} 个字。`,
      'too-small': ({ limit }) => `太小了，下限是 ${limit}。`,
      'too-large': ({ limit }) => `太大了，上限是 ${limit}。`,
      'too-few': ({ limit }) => `太少了，至少 ${limit} 项。`,
      'too-many': ({ limit }) => `太多了，最多 ${limit} 项。`,
      'not-a-choice': ({ expected }) => `只能是其中之一：${expected.join('、')}。`,
      'wrong-type': ({ expected }) => `类型不对，应当是${expected.join('或')}。`,
      'wrong-form': () => '写法不对。',
      'unknown-field': () => '没有这一项，请检查拼写。',
      'duplicate-id': () => '这个标识重复了。',
      'unknown-reference': () => '引用了没有定义的标识。',
      'not-in-kind': () => '这类单位或网格没有这个职务。',
      cycle: () => '绕成了一个圈，请断开其中一处。',
      'no-root': () => '没有最上层的单位类别，至少要有一个不设上级。',
      'transition-impossible': () => '这一步不可能从这个阶段开始。',
      'stage-unlabelled': () => '事项会到这个阶段，但没有列出它的名称。',
      'empty-range': () => '下限比上限大。',
      'share-above-one': () => '比例超过了全部人数。',
      'never-applies': () => '这一条永远用不上，请改正或删去。',
      'stage-unanswered': () => '这个阶段没有人负责。',
      'reaches-too-far': () => '这项权限给得太宽：涉及本人或本单位的内容，只能本人或本单位看。',
      'not-in-a-variant': () => '这一项全区一致，一社一策的做法不能改它。',
    },
    types: { string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表', object: '对象' },
    divisions: {
      'division-file-malformed': '这一行的列数不对、没有名称，或层级不认识。',
      'division-code-invalid': '代码的位数和层级不符。',
      'division-duplicate': '代码和前面的重复。',
      'division-orphan': '上级不在表里，请补上或改正上级代码。',
      'division-cycle': '互为上级，绕成了一个圈。',
    },
    counted: {
      model: (kinds, posts, classes) => `${kinds} 类单位、${posts} 种职务、${classes} 个事项类别`,
      divisions: (count) => `${count} 个区划`,
    },
  },
  'zh-Hant': {
    title: '檢查資料',
    hint: '換一個地方，只要換治理模式和區劃表。貼到這裡檢查，有問題會逐條指出位置；您寫的內容不會改動，也不會離開這台電腦。',
    kind: '檢查什麼',
    kinds: { model: '治理模式（JSON）', divisions: '區劃表（CSV）' },
    data: '內容',
    check: '檢查',
    begin: '填入路橋的作為起點',
    sound: (what) => `沒有問題：${what}。`,
    wrong: (count) => `有 ${count} 處需要修改：`,
    notJson: '這不是完整的 JSON，請檢查括號、引號和逗號。',
    line: (line) => `第 ${line} 行`,
    model: {
      required: () => '缺少內容。',
      'too-short': ({ limit }) => `太短了，至少 ${limit} 個字。`,
      'too-long': ({ limit }) => `太長了，最多 ${limit} 個字。`,
      'too-small': ({ limit }) => `太小了，下限是 ${limit}。`,
      'too-large': ({ limit }) => `太大了，上限是 ${limit}。`,
      'too-few': ({ limit }) => `太少了，至少 ${limit} 項。`,
      'too-many': ({ limit }) => `太多了，最多 ${limit} 項。`,
      'not-a-choice': ({ expected }) => `只能是其中之一：${expected.join('、')}。`,
      'wrong-type': ({ expected }) => `類型不對，應當是${expected.join('或')}。`,
      'wrong-form': () => '寫法不對。',
      'unknown-field': () => '沒有這一項，請檢查拼寫。',
      'duplicate-id': () => '這個標識重複了。',
      'unknown-reference': () => '引用了沒有定義的標識。',
      'not-in-kind': () => '這類單位或網格沒有這個職務。',
      cycle: () => '繞成了一個圈，請斷開其中一處。',
      'no-root': () => '沒有最上層的單位類別，至少要有一個不設上級。',
      'transition-impossible': () => '這一步不可能從這個階段開始。',
      'stage-unlabelled': () => '事項會到這個階段，但沒有列出它的名稱。',
      'empty-range': () => '下限比上限大。',
      'share-above-one': () => '比例超過了全部人數。',
      'never-applies': () => '這一條永遠用不上，請改正或刪去。',
      'stage-unanswered': () => '這個階段沒有人負責。',
      'reaches-too-far': () => '這項權限給得太寬：涉及本人或本單位的內容，只能本人或本單位看。',
      'not-in-a-variant': () => '這一項全區一致，一社一策的做法不能改它。',
    },
    types: { string: '文字', number: '數字', int: '整數', boolean: 'true 或 false', array: '列表', object: '物件' },
    divisions: {
      'division-file-malformed': '這一行的欄數不對、沒有名稱，或層級不認識。',
      'division-code-invalid': '代碼的位數和層級不符。',
      'division-duplicate': '代碼和前面的重複。',
      'division-orphan': '上級不在表裡，請補上或改正上級代碼。',
      'division-cycle': '互為上級，繞成了一個圈。',
    },
    counted: {
      model: (kinds, posts, classes) => `${kinds} 類單位、${posts} 種職務、${classes} 個事項類別`,
      divisions: (count) => `${count} 個區劃`,
    },
  },
  en: {
    title: 'Check data',
    hint: 'Another place needs another governance model and another table of divisions. Paste one here: every mistake is shown with its place. What you write is not changed and does not leave this computer.',
    kind: 'What to check',
    kinds: { model: 'Governance model (JSON)', divisions: 'Divisions (CSV)' },
    data: 'Data',
    check: 'Check',
    begin: 'Begin with Luqiao’s',
    sound: (what) => `Nothing wrong: ${what}.`,
    wrong: (count) => `To be mended, ${count}:`,
    notJson: 'This is not complete JSON. Look for brackets, quotation marks and commas.',
    line: (line) => `line ${line}`,
    model: {
      required: () => 'Something is missing here.',
      'too-short': ({ limit }) => `Too short: at least ${limit} characters.`,
      'too-long': ({ limit }) => `Too long: at most ${limit} characters.`,
      'too-small': ({ limit }) => `Too small: the lower bound is ${limit}.`,
      'too-large': ({ limit }) => `Too large: the upper bound is ${limit}.`,
      'too-few': ({ limit }) => `Too few: at least ${limit}.`,
      'too-many': ({ limit }) => `Too many: at most ${limit}.`,
      'not-a-choice': ({ expected }) => `This has to be one of: ${expected.join(', ')}.`,
      'wrong-type': ({ expected }) => `This is of the wrong type. It has to be ${expected.join(' or ')}.`,
      'wrong-form': () => 'This is of the wrong form.',
      'unknown-field': () => 'This name is not known. Look at how it is spelt.',
      'duplicate-id': () => 'This id is there twice.',
      'unknown-reference': () => 'This refers to an id that is not defined.',
      'not-in-kind': () => 'Units or grids of this kind do not have this post.',
      cycle: () => 'This goes round in a circle. Break it in one place.',
      'no-root': () => 'No kind of unit stands at the top. One at least must have no parent.',
      'transition-impossible': () => 'This step cannot begin in this stage.',
      'stage-unlabelled': () => 'Cases come to this stage, but it has no label.',
      'empty-range': () => 'The lower bound is above the upper one.',
      'share-above-one': () => 'This share is more than everyone.',
      'never-applies': () => 'This can never apply. Correct it or take it out.',
      'stage-unanswered': () => 'Nobody answers in this stage.',
      'reaches-too-far': () => 'This is open too far: what is a person’s or a unit’s own may be seen by them alone.',
      'not-in-a-variant': () => 'This is the same for the whole place: a unit’s own way cannot change it.',
    },
    types: {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
    },
    divisions: {
      'division-file-malformed': 'This line has a wrong number of columns, no name, or an unknown level.',
      'division-code-invalid': 'The code has another number of digits than its level asks for.',
      'division-duplicate': 'This code was given before.',
      'division-orphan': 'The division above is not in the table. Add it, or correct the code.',
      'division-cycle': 'These stand under one another in a circle.',
    },
    counted: {
      model: (kinds, posts, classes) => `${kinds} kinds of unit, ${posts} posts, ${classes} classes`,
      divisions: (count) => `${count} divisions`,
    },
  },
};
