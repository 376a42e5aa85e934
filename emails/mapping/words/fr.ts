import type { Words } from './kinds.ts';

export const fr: Words = {
  occasions: {
    invited: {
      subject: '{company} demande comment les personnes sont recrutées',
      heading: '{company} vous demande comment les personnes sont recrutées',
      text: 'Cette entreprise veut savoir par qui les personnes qui font le travail qui lui est destiné ont été recrutées, par quels intermédiaires et à quel prix. Elle vous prie de répondre au plus tard le {day}. Aucun compte n’est nécessaire : le lien ci-dessous est à vous.',
    },
    reminded: {
      subject: 'Merci de répondre à {company} au plus tard le {day}',
      heading: 'Votre réponse est attendue au plus tard le {day}',
      text: '{company} vous a demandé comment les personnes sont recrutées. Ce que vous avez enregistré est gardé ; vous pouvez reprendre où vous vous êtes arrêté.',
    },
    last_day: {
      subject: 'Dernier jour pour répondre à {company}',
      heading: 'C’est aujourd’hui le dernier jour',
      text: '{company} vous a demandé comment les personnes sont recrutées, et espère votre réponse aujourd’hui. Ce que vous avez enregistré est gardé.',
    },
    late: {
      subject: '{company} espère encore votre réponse',
      heading: 'Vous pouvez encore répondre',
      text: 'Le jour prévu pour répondre à {company} est passé : c’était le {day}. Vous pouvez encore répondre, ou dire que vous ne le souhaitez pas.',
    },
    handed: {
      subject: 'Un collègue vous a confié des questions posées par {company}',
      heading: 'Un collègue vous demande de répondre à quelques parties',
      text: '{company} a demandé à votre entreprise comment les personnes sont recrutées, et un collègue vous a confié les parties que vous connaissez le mieux. Ce que vous enregistrez parvient à votre collègue, qui l’envoie.',
    },
  },
  promise:
    'Vos réponses sont à vous : ils voient ce que vous envoyez, selon votre choix, et vous pouvez le retirer n’importe quel jour par le même lien. Ne transmettez pas le lien : quiconque l’a peut répondre à votre place.',
  notYou: 'Si ce message n’est pas pour vous, vous n’avez rien à faire.',
  step: 'Ouvrir les questions',
  why: 'Vous recevez ce message parce que {company}, ou l’un de ses fournisseurs, a donné cette adresse dans une cartographie de sa chaîne de recrutement.',
};
