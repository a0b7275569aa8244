import type { Texts } from '../base/texts.ts';

export interface OutboxTexts {
  readonly online: string;
  readonly offline: string;
  readonly nothing: string;
  readonly waiting: (count: string) => string;
  readonly sendNow: string;
  readonly refused: (count: string) => string;
  readonly sentAt: (time: string) => string;
  /** What was asked, of a kind that has no words here. */
  readonly other: string;
  readonly again: string;
  readonly dismiss: string;
  readonly confirm: string;
  readonly dismissNow: string;
  readonly keep: string;
  readonly failed: string;
}

const hans: OutboxTexts = {
  online: '网络已连接',
  offline: '网络已断开，您提交的会先存在这台设备上',
  nothing: '没有等待送出的内容。',
  waiting: (count) => `${count} 项等待送出，网络恢复后会自动送出，只送一次。`,
  sendNow: '现在送出',
  refused: (count) => `${count} 项没有办成`,
  sentAt: (time) => `${time} 提交`,
  other: '其他事项',
  again: '再试一次',
  dismiss: '放弃',
  confirm: '放弃以后，这一项和它的附件会从这台设备上删除，不能恢复。',
  dismissNow: '确定放弃',
  keep: '先留着',
  failed: '没有成功，请再试一次。',
};

const hant: OutboxTexts = {
  online: '網絡已連接',
  offline: '網絡已斷開，您提交的會先存在這台裝置上',
  nothing: '沒有等待送出的內容。',
  waiting: (count) => `${count} 項等待送出，網絡恢復後會自動送出，只送一次。`,
  sendNow: '現在送出',
  refused: (count) => `${count} 項沒有辦成`,
  sentAt: (time) => `${time} 提交`,
  other: '其他事項',
  again: '再試一次',
  dismiss: '放棄',
  confirm: '放棄以後，這一項和它的附件會從這台裝置上刪除，不能恢復。',
  dismissNow: '確定放棄',
  keep: '先留著',
  failed: '沒有成功，請再試一次。',
};

const en: OutboxTexts = {
  online: 'Connected',
  offline: 'Not connected: what you submit is kept on this device first',
  nothing: 'Nothing waits to be sent.',
  waiting: (count) => `${count} waiting. Each will be sent once, by itself, when the line is back.`,
  sendNow: 'Send now',
  refused: (count) => `${count} not done`,
  sentAt: (time) => `submitted ${time}`,
  other: 'Another request',
  again: 'Try again',
  dismiss: 'Dismiss',
  confirm: 'Once dismissed, it and its attachments are deleted from this device for good.',
  dismissNow: 'Dismiss it',
  keep: 'Keep it',
  failed: 'That did not work. Try again.',
};

export const outboxTexts: Texts<OutboxTexts> = { 'zh-Hans': hans, 'zh-Hant': hant, en };
