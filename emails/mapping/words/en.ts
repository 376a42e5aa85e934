import type { Words } from './kinds.ts';

export const en: Words = {
  occasions: {
    invited: {
      subject: '{company} asks how people are recruited',
      heading: '{company} asks you how people are recruited',
      text: 'They want to know by whom, through whom and at what price people came to the work done for them, and ask you to answer by {day}. No account is needed: the link below is yours.',
    },
    reminded: {
      subject: 'Please answer {company} by {day}',
      heading: 'Your answer is asked by {day}',
      text: '{company} asked you how people are recruited. What you saved is kept; you can go on where you stopped.',
    },
    last_day: {
      subject: 'Last day to answer {company}',
      heading: 'Today is the last day',
      text: '{company} asked you how people are recruited, and hopes for your answer today. What you saved is kept.',
    },
    late: {
      subject: '{company} still hopes for your answer',
      heading: 'You can still answer',
      text: 'The day to answer {company} has passed, on {day}. You can still answer, or say that you do not want to.',
    },
    handed: {
      subject: 'A colleague gave you some questions of {company}',
      heading: 'A colleague asks you to answer some sections',
      text: '{company} asked your firm how people are recruited, and a colleague gave you the sections you know most about. What you save goes to your colleague, who sends it.',
    },
  },
  promise:
    'Your answers are yours: they see what you send, as you choose, and you may take it back on any day by the same link. Do not pass the link on: whoever has it can answer for you.',
  notYou: 'If this is not for you, you need not do anything.',
  step: 'Open the questions',
  why: 'You get this because {company}, or somebody who supplies it, gave this address in a mapping of its labour supply chain.',
};
