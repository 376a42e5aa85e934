import type { OwnWords } from './kinds.ts';

const whileSuspended = [
  'Le certificat imprimé porte « {suspended} », et le registre public le montre. Jusqu’à la levée, n’utilisez ni le certificat ni la marque, et ne dites pas que vous êtes certifiés.',
  'Réglez l’affaire et envoyez les preuves. Si la suspension n’est pas levée d’ici le {day}, le certificat est retiré.',
];

const appealOpen =
  'Si vous pensez que c’est une erreur, vous pouvez faire appel jusqu’au {day}. Des personnes qui n’ont pas pris part à la décision l’examineront.';

/** Not yet reviewed by a native reader. */
export const fr: OwnWords = {
  certificate: 'Certificat {number}',
  why: 'Vous recevez ce message parce que vous suivez le certificat de votre agence.',
  steps: {
    see: 'Voir votre certificat',
    todo: 'Voir ce qu’il faut faire',
    decision: 'Lire la décision',
    appeal: 'Voir votre appel',
    claims: 'Voir où vous le montrez',
    misuse: 'Voir ce qui a été consigné',
  },
  reasons: {
    open_major_finding: 'Une constatation majeure est en cours de correction',
    special_audit: 'Un audit spécial est en cours',
    fees_charged: 'Des frais ont été facturés à des travailleurs',
    documents_withheld: 'Des documents de travailleurs ont été retenus',
    critical_finding: 'Une constatation critique',
    late_corrective_action: 'Une correction est venue trop tard',
    audit_refused: 'Un audit a été refusé',
    surveillance_not_held: 'L’audit annuel n’a pas eu lieu à temps',
    licence_lost: 'La licence de l’État a été perdue ou suspendue',
    levy_unpaid: 'La cotisation annuelle n’a pas été payée',
    claims_misused: 'Le certificat a été utilisé abusivement en public',
    own_request: 'À la demande du recruteur lui-même',
    suspension_unresolved: 'Une suspension n’a pas été résolue',
    fraud: 'Fraude',
    forced_labour: 'Un travail forcé a été prouvé',
    licence_revoked: 'La licence de l’État a été révoquée',
  },
  mails: {
    issued: {
      heading: 'vous êtes certifiés jusqu’au {until}',
      text: [
        'Votre agence détient désormais le certificat {number}. Il est valable jusqu’au {until}, et le registre public le dit à quiconque le demande.',
        'Il couvre les bureaux et les corridors qu’il nomme. Ce n’est pas une licence de l’État et il ne garantit aucun emploi en particulier : ne le mettez pas sur des offres d’emploi. Les sous-agents ne peuvent pas l’utiliser.',
        'Téléchargez-le et montrez son code à vos partenaires. Un audit a lieu chaque année, et tous ne sont pas annoncés ; le renouvellement doit être terminé avant le {until}.',
      ],
      step: 'see',
    },
    suspended: {
      heading: 'votre certificat est suspendu',
      text: ['Le certificat {number} est suspendu depuis le {since}. Le motif :'],
      after: whileSuspended,
      step: 'todo',
    },
    suspended_graver: {
      heading: 'la suspension continue, pour un motif plus grave',
      text: [
        'Le certificat {number} est suspendu depuis le {since}. La suspension continue depuis ce jour, pour un motif plus grave :',
      ],
      after: whileSuspended,
      step: 'todo',
    },
    watched: {
      heading: 'votre certificat est sous surveillance',
      text: [
        'Le certificat {number} reste en vigueur, et il est sous surveillance depuis le {since}. Le motif :',
      ],
      after: [
        'Le registre public montre la surveillance avec ce motif, et le certificat imprimé porte « {active_under_watch} ». La surveillance prend fin quand son motif a disparu ; ce qui n’est pas réglé à temps peut mener à une suspension.',
      ],
      step: 'see',
    },
    cleared: {
      heading: 'la surveillance a pris fin',
      text: [
        'Depuis le {since}, le certificat {number} est en vigueur sans surveillance. Le certificat imprimé porte de nouveau « {active} » ; l’historique du registre public garde la surveillance.',
      ],
      step: 'see',
    },
    reinstated: {
      heading: 'votre certificat est de nouveau valable',
      text: [
        'La suspension du certificat {number} a été levée le {since}. Merci d’avoir réglé l’affaire.',
        'Le registre public vous montre de nouveau comme certifiés. La suspension reste dans votre historique, avec le jour où elle a pris fin. Vous pouvez utiliser le certificat et la marque comme avant.',
        'Vous n’avez rien à faire. Le certificat est valable jusqu’au {until}.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'votre certificat est retiré',
      text: ['Le certificat {number} est retiré depuis le {since}. Le motif :'],
      after: [
        'Le certificat imprimé porte « {withdrawn} », et le registre public le montre. Dès aujourd’hui, retirez partout le certificat et la marque, et ne dites pas que vous êtes certifiés. Ce que vous avez promis aux travailleurs reste dû.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    withdrawn_graver: {
      heading: 'reste retiré, pour un motif plus grave',
      text: [
        'Le certificat {number} est retiré depuis le {since}. Ce qui a été découvert depuis donne au retrait, dès ce jour, un motif plus grave :',
      ],
      after: [
        'Le registre public donne maintenant ce motif, et le moment où vous pourrez présenter une nouvelle demande en dépend.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    ends: {
      heading: 'votre certificat prend fin {in}',
      text: [
        'Le certificat {number} compte jusqu’au {day} inclus. Le lendemain, le registre public dit qu’il a expiré.',
        'Un certificat d’un nouveau cycle doit être accordé avant ce jour. Parlez de la recertification à votre organisme d’audit.',
      ],
      step: 'see',
    },
    will_be_withdrawn: {
      heading: 'votre certificat suspendu sera retiré {in}',
      text: [
        'La suspension du certificat {number} n’a pas été résolue. Le {day}, le certificat est retiré définitivement.',
        'Réglez l’affaire et envoyez les preuves, afin que la suspension puisse être levée avant ce jour.',
      ],
      step: 'see',
    },
    will_be_suspended: {
      heading: 'votre certificat sera suspendu {in}',
      text: [
        'La cotisation annuelle du certificat {number} n’est pas payée. Si elle ne l’est pas, le certificat est suspendu le {day}.',
        'Payez la cotisation avant ce jour et rien ne change.',
      ],
      step: 'see',
    },
    licence_will_suspend: {
      heading: 'votre certificat sera suspendu {in}',
      text: [
        'La licence d’État sur laquelle repose le certificat {number} arrive à son terme. Si aucune licence valable n’est confirmée avant, le certificat est suspendu le {day}.',
        'Saisissez la licence renouvelée, ou une nouvelle pour le même pays, et faites-la confirmer par son autorité ou par le programme avant ce jour. Alors rien ne change.',
      ],
      step: 'see',
    },
    surveillance_will_suspend: {
      heading: 'votre certificat sera suspendu {in}',
      text: [
        'L’audit de surveillance du certificat {number} n’a pas eu lieu dans son délai. S’il n’a pas lieu avant, le certificat est suspendu le {day}.',
        'Convenez des jours avec votre organisme d’audit et laissez-le entrer. Une fois l’audit fait, rien ne change. Si l’organisme ne vient pas, écrivez au programme : il peut accorder plus de temps.',
      ],
      step: 'see',
    },
    expired: {
      heading: 'votre certificat a expiré',
      text: [
        'Le certificat {number} comptait jusqu’au {day} inclus. Le registre public dit maintenant qu’il a expiré.',
        'N’utilisez plus le certificat ni la marque. La page de votre certificat dit s’il peut être rétabli.',
      ],
      step: 'see',
    },
    scope_reduced: {
      heading: 'la portée de votre certificat a été réduite',
      text: [
        'Le certificat {number} reste ce qu’il est et couvre moins depuis le {since}. Il ne couvre plus :',
      ],
      after: [
        'Le registre public le montre. Ne dites pas que vous êtes certifiés pour ce qui est sorti de la portée. Les versions antérieures sont gardées, avec leurs jours.',
      ],
      open: 'Si vous pensez que c’est une erreur, un responsable de votre agence peut faire appel jusqu’au {day}. La portée réduite vaut jusqu’à la décision de personnes qui n’y ont pas pris part, sauf si elles laissent l’ancienne portée en place entre-temps.',
      closed: 'Cela suit votre appel : il a été rejeté, et la réduction compte de nouveau.',
      step: 'see',
    },
    scope_audited: {
      heading: 'la portée plus large est d’abord auditée',
      text: [
        'Ce que vous avez demandé doit être vu sur place. Votre organisme d’audit planifie l’audit avec vous, et le comité de décision répond ensuite. D’ici là, le certificat {number} couvre ce qu’il couvre aujourd’hui.',
      ],
      step: 'see',
    },
    scope_extended: {
      heading: 'la portée de votre certificat est élargie',
      text: [
        'Ce que vous avez demandé est accordé. Le registre public montre maintenant la portée élargie du certificat {number}.',
      ],
      step: 'see',
    },
    scope_refused: {
      heading: 'la portée plus large est refusée',
      text: [
        'Ce que vous avez demandé n’a pas été accordé. Le certificat {number} couvre ce qu’il couvrait avant. Vous pouvez demander de nouveau.',
      ],
      step: 'see',
    },
    transfer_declined: {
      heading: 'l’organisme demandé ne le reprend pas',
      text: [
        '{body} ne reprend pas le certificat {number}. Il reste auprès de son organisme d’audit, comme avant. Vous pouvez en demander un autre.',
      ],
      step: 'see',
    },
    recertification_opened: {
      heading: 'recertification, audit avant le {due}',
      text: [
        'Le certificat {number} prend fin le {day}. Les mois pendant lesquels il peut être renouvelé commencent maintenant.',
        'Si l’audit de recertification est fait avant le {due}, le certificat suivant part de la fin de celui-ci et aucun jour n’est perdu.',
      ],
      step: 'see',
    },
    recertification_late: {
      heading: 'l’audit de recertification est en retard',
      text: [
        'L’audit de recertification devait être fait avant le {due} et ne l’est pas. Le certificat {number} prend fin le {day}.',
        'S’il est fait maintenant, le certificat suivant part du jour où il est accordé. Sans décision avant la fin, le certificat expire.',
      ],
      step: 'see',
    },
    claim_registered: {
      heading: 'vous pouvez le montrer',
      text: [
        'Vous pouvez montrer le certificat {number} comme demandé : {place}. Le registre public indique cet usage tant que le certificat est en vigueur.',
      ],
      step: 'claims',
    },
    claim_refused: {
      heading: 'un usage a été refusé',
      text: ['Vous ne pouvez pas montrer le certificat {number} comme demandé : {place}.'],
      step: 'claims',
    },
    claim_ended: {
      heading: 'cessez de le montrer',
      text: [
        'Le certificat {number} ne compte pas en ce moment. Retirez-le aujourd’hui : {place}. S’il revient en vigueur, demandez de nouveau.',
      ],
      step: 'claims',
    },
    claim_withdrawn: {
      heading: 'le dispositif retire un usage',
      text: ['Vous ne pouvez plus montrer le certificat {number} ici : {place}. Retirez-le aujourd’hui.'],
      step: 'claims',
    },
    claim_misused: {
      heading: 'un usage abusif a été consigné',
      text: ['Le {day}, le certificat {number} a été vu utilisé au-delà de ce qu’il couvre : {place}.'],
      after: [
        'Retirez-le, ou corrigez-le, aujourd’hui. C’est une constatation sur l’indicateur B.1.6, déclarations publiques vraies : votre équipe d’audit l’émet, et vous y répondez par un plan comme pour toute autre. Le programme peut suspendre le certificat pour cela.',
      ],
      step: 'misuse',
    },
    appeal_lodged: {
      heading: 'nous avons votre appel',
      text: [
        'Votre appel est arrivé. Vous saurez d’ici le {since} s’il est complet, et d’ici le {due} comment il est tranché, par des personnes qui n’ont pas pris part à la décision. La décision vaut jusque-là, sauf si elles accordent un sursis.',
      ],
      step: 'appeal',
    },
    appeal_acknowledged: {
      heading: 'votre appel est complet',
      text: [
        'Votre appel est complet et se trouve auprès de personnes qui n’ont pas pris part à la décision. Vous aurez leur réponse d’ici le {due}.',
      ],
      step: 'appeal',
    },
    stay_granted: {
      heading: 'un sursis est accordé',
      text: [
        'Jusqu’à la décision sur votre appel, le certificat reste comme il était avant la décision. Le registre public le montre maintenant.',
      ],
      step: 'appeal',
    },
    stay_refused: {
      heading: 'un sursis est refusé',
      text: ['La décision vaut jusqu’à ce que votre appel soit tranché, d’ici le {due}.'],
      step: 'appeal',
    },
    appeal_upheld: {
      heading: 'votre appel est accueilli',
      text: ['La décision ne vaut plus. La page de votre certificat montre ce qui suit.'],
      step: 'appeal',
    },
    appeal_upheld_again: {
      heading: 'votre appel est accueilli',
      text: [
        'Le refus ne vaut plus. Le comité de décision décide de nouveau de votre demande d’ici le {due} ; personne de ceux qui ont voté le refus n’y vote. Vous n’avez rien à faire, et nous vous écrirons quand ce sera décidé.',
      ],
      step: 'appeal',
    },
    appeal_dismissed: {
      heading: 'votre appel est rejeté',
      text: [
        'La décision vaut définitivement. Si elle était suspendue par un sursis, elle reprend effet aujourd’hui.',
      ],
      step: 'appeal',
    },
  },
};
