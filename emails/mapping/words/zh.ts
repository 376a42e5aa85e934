import type { Words } from './kinds.ts';

export const zh: Words = {
  occasions: {
    invited: {
      subject: '{company} 想了解人员是怎样招聘来的',
      heading: '{company} 想向您了解人员是怎样招聘来的',
      text: '这家公司想知道：为它工作的人是谁招聘的，经过了哪些人，花了多少钱。请您在 {day}（含当天）之前回答。不需要注册账号：下面的链接是您专用的。',
    },
    reminded: {
      subject: '请在 {day}（含当天）之前回答 {company}',
      heading: '请在 {day}（含当天）之前回答',
      text: '{company} 曾向您了解人员是怎样招聘来的。您保存的内容都还在；您可以从上次停下的地方继续。',
    },
    last_day: {
      subject: '今天是回答 {company} 的最后一天',
      heading: '今天是最后一天',
      text: '{company} 曾向您了解人员是怎样招聘来的，希望今天收到您的答案。您保存的内容都还在。',
    },
    late: {
      subject: '{company} 仍然希望收到您的答案',
      heading: '您仍然可以回答',
      text: '回答 {company} 的日期 {day} 已经过了。您仍然可以回答，也可以表示不想回答。',
    },
    handed: {
      subject: '一位同事把 {company} 的一些问题交给了您',
      heading: '一位同事请您回答几个部分',
      text: '{company} 向贵公司了解人员是怎样招聘来的，一位同事把您最清楚的部分交给了您。您保存的内容会交到这位同事那里，由他或她发送。',
    },
  },
  promise:
    '您的答案属于您自己：对方只能看到您选择发送的内容，您可以在任何一天用同一个链接收回。请不要转发这个链接：谁拿到它，谁就能代替您回答。',
  notYou: '如果这封邮件不是给您的，您不需要做任何事。',
  step: '打开问题',
  why: '您收到这封邮件，是因为 {company} 或它的某个供应方在绘制用工供应链时提供了这个地址。',
};
