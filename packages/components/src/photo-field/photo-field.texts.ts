import type { Texts } from '../base/texts.ts';

/** What the photo field says. Counts and sizes come formatted. */
export interface PhotoFieldTexts {
  readonly label: string;
  readonly hint: (max: string, size: string) => string;
  readonly hintFilm: (max: string, size: string) => string;
  readonly add: string;
  readonly photo: (place: string) => string;
  readonly film: (place: string, size: string) => string;
  readonly remove: (what: string) => string;
  readonly checking: string;
  readonly added: (count: string, max: string) => string;
  readonly tooLarge: (name: string, size: string, max: string) => string;
  readonly wrongType: (name: string, types: string) => string;
  readonly broken: (name: string) => string;
  readonly unreadable: (name: string) => string;
  readonly tooMany: (max: string, left: string) => string;
  readonly typeNames: Readonly<Record<string, string>>;
  readonly or: string;
}

const hans: PhotoFieldTexts = {
  label: '照片',
  hint: (max, size) => `最多 ${max} 张，每张不超过 ${size}；照片里的拍摄地点等信息会自动去掉`,
  hintFilm: (max, size) => `照片或视频，最多 ${max} 个，每个不超过 ${size}；里面的拍摄地点等信息会自动去掉`,
  add: '添加照片',
  photo: (place) => `照片 ${place}`,
  film: (place, size) => `视频 ${place}，${size}`,
  remove: (what) => `删除${what}`,
  checking: '正在检查照片…',
  added: (count, max) => `已有 ${count} 张，最多 ${max} 张`,
  tooLarge: (name, size, max) => `“${name}”有 ${size}，超过 ${max}，没有加入。请换一张小一些的，或先把它压缩。`,
  wrongType: (name, types) => `“${name}”不是可以上传的类型，没有加入。请选 ${types}。`,
  broken: (name) => `“${name}”打不开，可能已损坏，没有加入。请重新拍一张或换一张。`,
  unreadable: (name) => `“${name}”读取不了，没有加入。请再选一次。`,
  tooMany: (max, left) => `最多 ${max} 张，还有 ${left} 张没有加入。`,
  typeNames: { 'image/jpeg': 'JPG 照片', 'image/png': 'PNG 图片', 'image/webp': 'WebP 图片', 'video/mp4': 'MP4 视频' },
  or: '、',
};

const hant: PhotoFieldTexts = {
  label: '照片',
  hint: (max, size) => `最多 ${max} 張，每張不超過 ${size}；照片裡的拍攝地點等信息會自動去掉`,
  hintFilm: (max, size) => `照片或視頻，最多 ${max} 個，每個不超過 ${size}；裡面的拍攝地點等信息會自動去掉`,
  add: '添加照片',
  photo: (place) => `照片 ${place}`,
  film: (place, size) => `視頻 ${place}，${size}`,
  remove: (what) => `刪除${what}`,
  checking: '正在檢查照片…',
  added: (count, max) => `已有 ${count} 張，最多 ${max} 張`,
  tooLarge: (name, size, max) => `「${name}」有 ${size}，超過 ${max}，沒有加入。請換一張小一些的，或先把它壓縮。`,
  wrongType: (name, types) => `「${name}」不是可以上傳的類型，沒有加入。請選 ${types}。`,
  broken: (name) => `「${name}」打不開，可能已損壞，沒有加入。請重新拍一張或換一張。`,
  unreadable: (name) => `「${name}」讀取不了，沒有加入。請再選一次。`,
  tooMany: (max, left) => `最多 ${max} 張，還有 ${left} 張沒有加入。`,
  typeNames: { 'image/jpeg': 'JPG 照片', 'image/png': 'PNG 圖片', 'image/webp': 'WebP 圖片', 'video/mp4': 'MP4 視頻' },
  or: '、',
};

const en: PhotoFieldTexts = {
  label: 'Photos',
  hint: (max, size) => `Up to ${max}, each at most ${size}. Where they were taken is removed from them.`,
  hintFilm: (max, size) =>
    `Photos or videos, up to ${max}, each at most ${size}. Where they were taken is removed from them.`,
  add: 'Add photos',
  photo: (place) => `Photo ${place}`,
  film: (place, size) => `Video ${place}, ${size}`,
  remove: (what) => `Remove ${what.toLowerCase()}`,
  checking: 'Checking the photos…',
  added: (count, max) => `${count} added, up to ${max}`,
  tooLarge: (name, size, max) =>
    `“${name}” has ${size}, more than ${max}, and was not added. Choose or make a smaller one.`,
  wrongType: (name, types) => `“${name}” is of a type that cannot be sent, and was not added. Choose ${types}.`,
  broken: (name) => `“${name}” cannot be opened, it may be damaged, and was not added. Take or choose another one.`,
  unreadable: (name) => `“${name}” could not be read and was not added. Choose it again.`,
  tooMany: (max, left) => `Up to ${max} can be sent; ${left} more were not added.`,
  typeNames: {
    'image/jpeg': 'a JPG photo',
    'image/png': 'a PNG picture',
    'image/webp': 'a WebP picture',
    'video/mp4': 'an MP4 video',
  },
  or: ', ',
};

export const photoFieldTexts: Texts<PhotoFieldTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
