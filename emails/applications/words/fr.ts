import type { Words } from './kinds.ts';

/** Not yet reviewed by a native reader. */
export const fr: Words = {
  why: {
    applicant: 'Vous recevez ce message parce que vous suivez la candidature de votre agence.',
    scheme: 'Vous recevez ce message parce que vous examinez les candidatures.',
    body: 'Vous recevez ce message parce que vous auditez pour l’organisme que cette agence avait choisi.',
  },
  steps: {
    see: 'Voir votre candidature',
    pay: 'Voir comment payer',
    answer: 'Répondre à ces points',
    appeal: 'Lire la décision ou faire appel',
    choose: 'Choisir un organisme d’audit',
    continue: 'Continuer',
    open: 'Ouvrir',
    audits: 'Voir vos audits',
  },
  theFee: 'les frais',
  mails: {
    submitted: {
      heading: 'Nous avons votre candidature',
      text: [
        'La candidature {reference} est arrivée. Vous n’avez rien à renvoyer.',
        'L’examen commence quand les frais sont payés : {fee}. Payez au plus tard le {day} ; après ce jour, la candidature prend fin.',
      ],
      step: 'pay',
    },
    review_started: {
      heading: 'Votre paiement est arrivé',
      text: [
        'Les frais de la candidature {reference} sont payés et l’examen se poursuit.',
        'Vous aurez notre réponse au plus tard le {day}. D’ici là, vous n’avez rien à faire.',
      ],
      step: 'see',
    },
    deferred: {
      heading: 'Il nous faut une réponse d’ici le {day}',
      text: ['Nous avons lu la candidature {reference}. Nous ne pouvons pas encore décider, car :'],
      after: [
        'Ce n’est pas un refus. Corrigez ces points et renvoyez la candidature au plus tard le {day}, sans nouveaux frais. Après ce jour, des frais supplémentaires sont dus avant la suite de l’examen.',
      ],
      step: 'answer',
    },
    rejected: {
      heading: 'Nous n’avons pas pu accepter la candidature',
      text: ['Nous avons examiné la candidature {reference} et n’avons pas pu l’accepter. Les raisons :'],
      after: [
        'Si vous pensez que nous nous trompons, vous pouvez faire appel jusqu’au {day}. Des personnes qui n’ont pas pris part à l’examen répondront. Vous pouvez aussi faire plus tard une nouvelle candidature, avec de nouveaux frais.',
      ],
      step: 'appeal',
    },
    accepted: {
      heading: 'Acceptée : votre numéro est {number}',
      text: [
        'Votre candidature est acceptée. Votre numéro d’enregistrement est {number}. Le registre public indique maintenant votre agence comme candidate. Ce n’est pas encore un certificat : ne dites pas que vous êtes certifiés.',
        'Choisissez maintenant l’organisme qui vous auditera, au plus tard le {day}. Après ce jour, la candidature prend fin.',
      ],
      step: 'choose',
    },
    deferral_expired: {
      heading: 'Le délai de réponse est passé',
      text: [
        'Nous n’avons pas reçu à temps votre réponse sur la candidature {reference}.',
        'Vous pouvez encore répondre : renvoyez la candidature et payez les frais supplémentaires de la facture que nous vous envoyons. L’examen reprendra alors. Sinon, la candidature prend fin après le {day}.',
      ],
      step: 'answer',
    },
    lapsed: {
      heading: 'Votre candidature a pris fin',
      text: [
        'La candidature {reference} a pris fin, car son délai est passé. Si votre agence était indiquée comme candidate, elle ne l’est plus.',
        'Vous pouvez commencer une nouvelle candidature à tout moment, avec de nouveaux frais.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'Votre candidature est retirée',
      text: [
        'Votre agence a retiré la candidature {reference}. Si elle était indiquée comme candidate, elle ne l’est plus.',
      ],
      step: 'see',
    },
    discarded: {
      heading: 'Votre brouillon a été supprimé',
      text: [
        'Le brouillon {reference} a été supprimé avec tout son contenu. Rien n’a été envoyé et rien n’est dû. Vous pouvez recommencer à tout moment.',
      ],
      step: 'see',
    },
    appealed: {
      heading: 'Nous avons votre appel',
      text: [
        'Votre appel sur la candidature {reference} est arrivé. Des personnes qui n’ont pas pris part à la décision l’examinent.',
        'Vous aurez notre réponse au plus tard le {day}. D’ici là, la décision reste en vigueur.',
      ],
      step: 'see',
    },
    appeal_upheld: {
      heading: 'Votre appel est accepté',
      text: ['Nous avons décidé en votre faveur sur la candidature {reference}. Les raisons :'],
      after: ['La décision est de nouveau ouverte. Vous n’avez rien à faire : nous vous écrirons.'],
      step: 'see',
    },
    appeal_dismissed: {
      heading: 'Votre appel est rejeté',
      text: [
        'Nous avons examiné votre appel sur la candidature {reference}. La décision est maintenue. Les raisons :',
      ],
      after: ['C’est définitif. Vous pouvez faire une nouvelle candidature, avec de nouveaux frais.'],
      step: 'see',
    },
    payment_due: {
      heading: 'Payez les frais d’ici le {day}',
      text: [
        'Les frais de la candidature {reference} ne sont pas encore arrivés : {fee}. Après le {day}, la candidature prend fin.',
        'Si vous avez déjà payé, vous n’avez rien à faire.',
      ],
      step: 'pay',
    },
    answer_due: {
      heading: 'Répondez d’ici le {day}',
      text: [
        'Nous attendons encore votre réponse sur la candidature {reference}. Après le {day}, des frais supplémentaires sont dus.',
      ],
      step: 'answer',
    },
    expired_lapse_due: {
      heading: 'Votre candidature prend fin après le {day}',
      text: [
        'La candidature {reference} attend toujours votre réponse et les frais supplémentaires. Sans cela, elle prend fin après le {day}.',
      ],
      step: 'answer',
    },
    engagement_due: {
      heading: 'Choisissez un organisme d’audit d’ici le {day}',
      text: [
        'La candidature {reference} est acceptée, mais vous n’avez pas encore indiqué votre organisme d’audit. Sans cela, elle prend fin après le {day}.',
      ],
      step: 'choose',
    },
    first_audit_due: {
      heading: 'Un audit doit être prévu d’ici le {day}',
      text: [
        'Aucun audit n’est encore prévu pour la candidature {reference}. Convenez des jours avec votre organisme d’audit : sans cela, la candidature prend fin après le {day}.',
      ],
      step: 'see',
    },
    next_audit_due: {
      heading: 'Un audit doit commencer d’ici le {day}',
      text: [
        'Aucun audit n’est en cours pour la candidature {reference}. Convenez des jours avec votre organisme d’audit : si aucun ne commence d’ici le {day}, la candidature prend fin.',
      ],
      step: 'see',
    },
    draft_idle: {
      heading: 'Votre brouillon sera supprimé le {day}',
      text: [
        'Personne n’a travaillé depuis longtemps sur le brouillon {reference}. Il sera supprimé le {day} avec tout son contenu.',
        'Pour le garder, ouvrez-le et enregistrez une section.',
      ],
      step: 'continue',
    },
    body_barred: {
      heading: 'Votre organisme d’audit ne peut plus vous auditer',
      text: [
        'Une personne de l’organisme d’audit que vous avez engagé pour la candidature {reference} vous a formé ou conseillé depuis moins de deux ans : il n’affecte plus personne à vos audits. Un audit déjà organisé se poursuit avec son équipe.',
        'Si aucun n’est encore organisé, passez un contrat avec un autre organisme agréé et choisissez-le : sans audit, la candidature prend fin.',
      ],
      step: 'see',
    },
    engaged_body_barred: {
      heading: 'Un organisme d’audit ne peut plus auditer {recruiter}',
      text: [
        'Une personne de l’organisme d’audit engagé par {recruiter} pour la candidature {reference} l’a formé ou conseillé depuis moins de deux ans. L’organisme n’affecte plus personne à ses audits ; {recruiter} en est informé et peut en choisir un autre tant qu’aucun audit n’est organisé.',
      ],
      step: 'open',
    },
    review_due: {
      heading: 'Un examen est attendu d’ici le {day}',
      text: ['L’examen de la candidature {reference} de {recruiter} est attendu au plus tard le {day}.'],
      step: 'open',
    },
    review_overdue: {
      heading: 'Un examen est en retard',
      text: ['L’examen de la candidature {reference} de {recruiter} était attendu le {day}.'],
      step: 'open',
    },
    appeal_due: {
      heading: 'Un appel est à décider d’ici le {day}',
      text: [
        'L’appel de {recruiter} sur la candidature {reference} est à décider au plus tard le {day}, par une personne qui n’a pas pris part à la décision.',
      ],
      step: 'open',
    },
    appeal_overdue: {
      heading: 'Un appel est en retard',
      text: [
        'L’appel de {recruiter} sur la candidature {reference} était à décider le {day}, par une personne qui n’a pas pris part à la décision.',
      ],
      step: 'open',
    },
    appeal_lodged: {
      heading: 'Un appel a été déposé',
      text: [
        '{recruiter} a fait appel sur la candidature {reference}. Une personne qui n’a pas pris part à la décision décide au plus tard le {day}.',
      ],
      step: 'open',
    },
    body_left: {
      heading: '{recruiter} a engagé un autre organisme d’audit',
      text: [
        'Pour la candidature {reference}, {recruiter} a engagé un autre organisme d’audit à la place du vôtre. Merci de ne plus planifier d’audit chez cette agence.',
        'Les audits que vous avez menés restent chez vous tels quels.',
      ],
      step: 'audits',
    },
  },
};
