import type { AnswerWords } from './kinds.ts';

export const fr: AnswerWords = {
  asks: '{company} vous pose des questions',
  asked: 'Comment les personnes sont-elles recrutées dans votre chaîne d’approvisionnement ?',
  why: '{company} veut savoir par qui les personnes qui font le travail qui lui est destiné ont été recrutées, par quels intermédiaires et à quel prix. On vous le demande en tant que {party}.',
  whyUnnamed:
    '{company} veut savoir par qui les personnes qui font le travail qui lui est destiné ont été recrutées, par quels intermédiaires et à quel prix. Quelqu’un avec qui vous travaillez vous a nommé. {company} ne saura pas qui vous êtes avant que vous envoyiez votre réponse.',
  message: 'Leur message',
  due: 'Merci de répondre au plus tard le {day}. Vous pouvez aussi répondre après, tant que la demande est ouverte.',
  promise: 'Ce que deviennent vos réponses',
  promises: [
    'Vos réponses sont à vous. {company} voit ce que vous envoyez, partie par partie selon votre choix, et rien avant que vous l’envoyiez.',
    'Ceux que vous nommez ne sont interrogés que si vous dites qu’ils peuvent l’être, et ne sont montrés que si vous dites qu’ils peuvent l’être.',
    'Vous pouvez retirer votre réponse n’importe quel jour, par ce même lien. Elle disparaît aussitôt de leurs pages.',
    'Si une autre entreprise vous interroge, vous pouvez lui donner la même réponse. Vous n’avez pas à répondre deux fois.',
  ],
  keepLink:
    'Ce lien n’est qu’à vous : quiconque l’a peut lire et changer vos réponses. Aucun compte n’est nécessaire.',
  language: 'Langue',
  begin: 'Commencer',
  goOn: 'Continuer',
  sections: 'Parties',
  done: 'Complète',
  open: 'Incomplète',
  progress: '{done} parties sur {all} sont complètes',
  send: 'Relire et envoyer',
  hand: 'Confier des parties à un collègue',
  workbook: 'Répondre dans Excel',
  decline: 'Je ne souhaite pas répondre',
  handed:
    'Ces parties vous ont été confiées par un collègue. Ce que vous enregistrez lui parvient, et c’est lui qui l’envoie.',
  save: 'Enregistrer et continuer',
  saved: 'Tout s’enregistre au fur et à mesure. Revenez n’importe quel jour par le même lien.',
  savedRest:
    'Tout ce qui a pu être lu est enregistré. Ce qui figure dans cette liste manque encore ou ne convient pas.',
  conflict:
    'Un collègue a répondu à certaines de ces questions en même temps. Les deux réponses sont gardées : choisissez ci-dessous laquelle vaut. Tout le reste est enregistré.',
  back: 'Vos réponses',
  section: 'Partie {n} sur {all}',
  sendTitle: 'Relire et envoyer',
  sendLead:
    'Relisez encore une fois. Après l’envoi, la réponse reste telle quelle ; vous pourrez en envoyer une corrigée plus tard.',
  left: 'Il manque encore',
  show: 'Que peut voir {company} ?',
  showHint:
    'La première partie dit qui répond, et elle est toujours montrée. Les adresses que vous avez données ne sont jamais montrées. Les noms que vous avez choisi de ne pas montrer sont laissés de côté.',
  agree: 'J’envoie ceci à {company}, et je sais que je peux le retirer.',
  sendButton: 'Envoyer',
  sent: 'Envoyé',
  sentText:
    '{company} voit les parties que vous avez choisies. Vous pouvez les retirer ou envoyer une correction.',
  sees: '{company} voit',
  withdraw: 'Retirer la réponse',
  withdrawTitle: 'Retirer votre réponse ?',
  withdrawText:
    'À partir de maintenant, {company} n’en voit plus rien, ni sur ses pages ni dans les rapports faits plus tard. On lui dit seulement que quelque chose a été retiré. Les rapports faits avant sont déjà entre ses mains.',
  withdrawn: 'Vous avez retiré votre réponse. {company} n’en voit rien.',
  shareAgain: 'La donner de nouveau',
  correct: 'La corriger',
  correctText:
    'Vos réponses sont rouvertes, telles qu’elles ont été envoyées. Ce que vous avez envoyé reste visible jusqu’à l’envoi de la correction.',
  reuse: 'Utiliser une réponse déjà donnée',
  reuseLead:
    'Vous avez répondu à ces questions pour une autre entreprise. Vous pouvez donner la même réponse à {company}.',
  reuseWhich: 'Quelle réponse ?',
  reuseFrom: 'Envoyée le {day}',
  reuseButton: 'Donner cette réponse',
  handTitle: 'Confier des parties à un collègue',
  handLead: 'Votre collègue reçoit par courriel un lien qui n’ouvre que ces parties.',
  email: 'Son adresse électronique',
  which: 'Quelles parties ?',
  handButton: 'Envoyer le lien',
  hands: 'Confiées à',
  endHand: 'Fermer ce lien',
  declineTitle: 'Vous ne souhaitez pas répondre ?',
  declineText:
    '{company} apprend que vous ne souhaitez pas répondre, et pourquoi si vous le dites. Personne ne voit ce que vous avez enregistré. Vous pouvez encore répondre plus tard par le même lien.',
  reason: 'Votre raison',
  optional: 'facultatif',
  declineButton: 'Ne pas répondre',
  declined:
    'Vous avez dit que vous ne souhaitez pas répondre. Vous pouvez encore commencer, par le bouton ci-dessous.',
  closed: '{company} ne demande plus de réponse. Ce que vous avez envoyé reste entre vos mains.',
  workbookTitle: 'Répondre dans Excel',
  workbookLead:
    'Enregistrez le classeur, remplissez-le sans connexion et rapportez-le ici. Chaque cellule qui ne peut pas être reprise est indiquée avec la raison ; le reste est enregistré.',
  workbookSave: 'Enregistrer le classeur',
  workbookFile: 'Votre classeur',
  workbookTake: 'Le reprendre ici',
  workbookTaken: 'Réponses reprises : {count}.',
  misfits: 'Ces cellules n’ont pas pu être reprises',
  unreviewed:
    'Ces textes ont été traduits par l’équipe et n’ont pas encore été relus par une personne dont c’est la langue.',
  refusals: {
    closed: 'La demande est close. Rien n’a été changé.',
    already_sent: 'Ceci est déjà envoyé et reste tel quel. Vous pouvez le corriger depuis votre page.',
    not_begun: 'Commencez d’abord : le bouton est sur votre page.',
    not_complete:
      'Il manque encore quelque chose. La liste est ci-dessous ; tout ce que vous avez donné est enregistré.',
    not_yours: 'Seule la personne invitée peut faire cela.',
    no_section: 'Choisissez au moins une partie.',
    too_many: 'Une réponse ne peut pas avoir plus de collègues.',
    not_shared: 'Il n’y a rien à retirer.',
    already_answered: 'Vous avez déjà répondu.',
    no_such_question: 'L’une de ces questions ne vous est pas posée. Ouvrez de nouveau la page.',
    another_version:
      'Ce classeur est celui d’une autre version des questions. Enregistrez celui ci-dessous et recopiez-y vos réponses.',
    unreadable: 'Ce fichier n’a pas pu être lu comme un classeur. Rien n’a été changé.',
    other: 'Ce n’était pas possible. Rien n’a été changé.',
  },
};
