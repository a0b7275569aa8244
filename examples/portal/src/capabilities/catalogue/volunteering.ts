// Volunteers.

import { words, type Term } from '@keting/domain';
import type { Capability } from '../capability.ts';
import { labelled, named } from '../said.ts';

const reflected = (hours: number): Term =>
  words(`本人同意 ${hours} 小时后报送`, `本人同意 ${hours} 小時後報送`, `sent ${hours} hours after consent`);

const contactedEvery = (days: number): Term =>
  words(`每 ${days} 天联系一次`, `每 ${days} 天聯繫一次`, `contact every ${days} days`);

export const volunteering: readonly Capability[] = [
  {
    code: 'VOL-01',
    group: 'volunteering',
    title: words('双报到', '雙報到', 'Double check-in'),
    asked: ['chengcheng', 'shibei', 'bengbu'],
    how: ({ volunteering, kinds }) => volunteering?.checkIn && labelled(volunteering.checkIn.communities, kinds),
    views: ['check-ins', 'missing-check-ins', 'check-in-counts', 'check-in-coverage'],
    commands: [
      'ListMember',
      'DelistMember',
      'CheckIn',
      'EndCheckIn',
      'ListUnit',
      'DelistUnit',
      'CheckInUnit',
      'EndUnitCheckIn',
    ],
  },
  {
    code: 'VOL-02',
    group: 'volunteering',
    title: words('队伍与活动', '隊伍與活動', 'Teams and activities'),
    asked: ['shibei', 'luqiao', 'chengcheng', 'bengbu'],
    how: ({ volunteering }) => named(volunteering?.service?.fields),
    views: ['teams', 'team-members', 'activities', 'participations', 'activity-counts'],
    commands: [
      'FoundTeam',
      'JoinTeam',
      'LeaveTeam',
      'DisbandTeam',
      'PublishActivity',
      'SignUp',
      'CancelSignUp',
      'SignIn',
      'SignOut',
      'CancelActivity',
    ],
  },
  {
    code: 'VOL-03',
    group: 'volunteering',
    title: words('认领岗位', '認領崗位', 'Claimed posts'),
    asked: ['bengbu'],
    how: ({ volunteering }) => named(volunteering?.claimedPosts?.kinds),
    views: ['claimed-posts', 'post-holders'],
    commands: ['OfferPost', 'ClaimPost', 'GiveUpPost', 'WithdrawPost'],
  },
  {
    code: 'VOL-04',
    group: 'volunteering',
    title: words('微心愿', '微心願', 'Micro-wishes'),
    asked: ['chengcheng'],
    how: ({ volunteering }) => named(volunteering?.wishes?.kinds),
    views: ['wishes', 'own-wishes', 'wishers', 'wish-counts'],
    commands: ['PublishWish', 'ClaimWish', 'GiveBackWish', 'FulfilWish', 'ConfirmWish', 'ReturnWish', 'WithdrawWish'],
  },
  {
    code: 'VOL-05',
    group: 'volunteering',
    title: words('年度服务反馈', '年度服務反饋', 'Yearly feedback'),
    asked: ['shibei'],
    how: ({ volunteering }) => volunteering?.yearlyReport && reflected(volunteering.yearlyReport.reflectionHours),
    views: ['service-records', 'service-reports', 'sent-reports'],
    commands: ['DraftReport', 'ConsentReport', 'DeclineReport'],
  },
  {
    code: 'VOL-06',
    group: 'volunteering',
    title: words('流动党员', '流動黨員', 'Floating members'),
    asked: ['nanjing'],
    how: ({ volunteering }) => volunteering?.floating && contactedEvery(volunteering.floating.contactEvery),
    views: ['floating-members'],
    commands: ['RegisterFloating', 'ContactFloating', 'CheckCertificate', 'UseCertificate', 'DeregisterFloating'],
  },
];
