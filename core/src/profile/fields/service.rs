//! How the agency works: its capacity, its money, its people, and what it wants to be asked for.

use super::{Asked, Field, FieldType::*, field};

/// How much the agency can do.
pub(super) const ORGANIZATIONAL_CAPACITY: &[Field] = &[
    field(
        "client_capacity",
        Line,
        Asked::Always,
        ["Client capacity", "Capacidad de atención", "Capacité d’accueil"],
        [
            "How many people the agency can serve.",
            "A cuántas personas puede atender la agencia.",
            "Combien de personnes l’organisme peut servir.",
        ],
    ),
    field(
        "storage_space",
        YesNo,
        Asked::Always,
        ["Storage space", "Espacio de almacenamiento", "Espace de stockage"],
        [
            "Whether the agency has room to store goods.",
            "Si la agencia tiene espacio para guardar artículos.",
            "Si l’organisme a de la place pour stocker.",
        ],
    ),
    field(
        "storage_description",
        Text,
        Asked::If("storage_space", "true"),
        [
            "Description of the storage space",
            "Descripción del almacén",
            "Description de l’espace de stockage",
        ],
        [
            "How large, dry and safe it is.",
            "Qué tan grande, seco y seguro es.",
            "Sa taille, s’il est sec et sûr.",
        ],
    ),
];

/// What the agency lives on.
pub(super) const SOURCES_OF_FUNDING: &[Field] = &[
    field(
        "sources_of_funding",
        Line,
        Asked::Always,
        ["Sources of funding", "Fuentes de financiamiento", "Sources de financement"],
        [
            "Where the agency’s money comes from.",
            "De dónde viene el dinero de la agencia.",
            "D’où vient l’argent de l’organisme.",
        ],
    ),
    field(
        "sources_of_diapers",
        Line,
        Asked::Always,
        ["Sources of diapers", "Fuentes de pañales", "Sources de couches"],
        [
            "How the agency gets diapers today.",
            "Cómo consigue pañales la agencia hoy.",
            "Comment l’organisme obtient des couches aujourd’hui.",
        ],
    ),
    field(
        "essentials_budget",
        Line,
        Asked::Always,
        [
            "Budget for essentials",
            "Presupuesto para artículos esenciales",
            "Budget pour les articles essentiels",
        ],
        [
            "What the agency spends on essentials in a year.",
            "Lo que la agencia gasta en artículos esenciales al año.",
            "Ce que l’organisme dépense par an en articles essentiels.",
        ],
    ),
    field(
        "essentials_funding_source",
        Line,
        Asked::Always,
        [
            "Who pays for essentials",
            "Quién paga los artículos esenciales",
            "Qui paie les articles essentiels",
        ],
        [
            "Where the money for essentials comes from.",
            "De dónde viene el dinero para artículos esenciales.",
            "D’où vient l’argent des articles essentiels.",
        ],
    ),
];

/// Whom to talk to.
pub(super) const CONTACTS: &[Field] = &[
    field(
        "executive_director_name",
        Line,
        Asked::Always,
        ["Executive director", "Dirección ejecutiva", "Direction générale"],
        [
            "The name of the executive director.",
            "El nombre de quien dirige la agencia.",
            "Le nom de la personne qui dirige l’organisme.",
        ],
    ),
    field(
        "executive_director_phone",
        Line,
        Asked::Always,
        ["Executive director: phone", "Dirección ejecutiva: teléfono", "Direction générale : téléphone"],
        ["With the area code.", "Con el código de área.", "Avec l’indicatif."],
    ),
    field(
        "executive_director_email",
        Email,
        Asked::Always,
        [
            "Executive director: email",
            "Dirección ejecutiva: correo electrónico",
            "Direction générale : courriel",
        ],
        ["One address.", "Una sola dirección.", "Une seule adresse."],
    ),
    field(
        "primary_contact_name",
        Line,
        Asked::Always,
        ["Primary contact", "Contacto principal", "Contact principal"],
        [
            "Who answers the bank’s questions.",
            "Quién responde las preguntas del banco.",
            "Qui répond aux questions de la banque.",
        ],
    ),
    field(
        "primary_contact_phone",
        Line,
        Asked::Always,
        ["Primary contact: phone", "Contacto principal: teléfono", "Contact principal : téléphone"],
        ["With the area code.", "Con el código de área.", "Avec l’indicatif."],
    ),
    field(
        "primary_contact_mobile",
        Line,
        Asked::Never,
        ["Primary contact: mobile", "Contacto principal: móvil", "Contact principal : portable"],
        ["For urgent matters.", "Para asuntos urgentes.", "Pour les urgences."],
    ),
    field(
        "primary_contact_email",
        Email,
        Asked::Always,
        ["Primary contact: email", "Contacto principal: correo electrónico", "Contact principal : courriel"],
        ["One address.", "Una sola dirección.", "Une seule adresse."],
    ),
];

/// Who comes for the goods.
pub(super) const PICK_UP_PERSON: &[Field] = &[
    field(
        "pick_up_name",
        Line,
        Asked::Always,
        ["Name", "Nombre", "Nom"],
        ["Who picks up the goods.", "Quién recoge los artículos.", "Qui vient chercher les articles."],
    ),
    field(
        "pick_up_phone",
        Line,
        Asked::Always,
        ["Phone", "Teléfono", "Téléphone"],
        ["With the area code.", "Con el código de área.", "Avec l’indicatif."],
    ),
    field(
        "pick_up_email",
        Emails,
        Asked::Always,
        ["Email", "Correo electrónico", "Courriel"],
        [
            "Up to three addresses; they hear about goods to be picked up.",
            "Hasta tres direcciones; reciben los avisos de artículos por recoger.",
            "Jusqu’à trois adresses ; elles sont prévenues des articles à retirer.",
        ],
    ),
];

/// How the agency hands out.
pub(super) const AGENCY_DISTRIBUTION: &[Field] = &[
    field(
        "distribution_times",
        Line,
        Asked::Always,
        ["Distribution times", "Horarios de reparto", "Heures de distribution"],
        [
            "When the agency hands out goods.",
            "Cuándo reparte la agencia los artículos.",
            "Quand l’organisme distribue les articles.",
        ],
    ),
    field(
        "new_client_times",
        Line,
        Asked::Always,
        ["Times for new clients", "Horarios para nuevos clientes", "Heures pour les nouveaux venus"],
        [
            "When new people can come.",
            "Cuándo pueden venir personas nuevas.",
            "Quand de nouvelles personnes peuvent venir.",
        ],
    ),
    field(
        "more_docs_required",
        Line,
        Asked::Always,
        ["Documents asked for", "Documentos que se piden", "Documents demandés"],
        [
            "What people must bring to be served.",
            "Qué deben traer las personas para ser atendidas.",
            "Ce qu’il faut apporter pour être servi.",
        ],
    ),
];

/// Whatever else the agency wants to hand in.
pub(super) const ADDITIONAL_DOCUMENTS: &[Field] = &[field(
    "documents",
    Documents,
    Asked::Never,
    ["Documents", "Documentos", "Documents"],
    [
        "Anything else the bank should see.",
        "Cualquier otra cosa que el banco deba ver.",
        "Tout ce que la banque devrait voir.",
    ],
)];

/// Which kinds of request the agency wants to make.
pub(super) const SETTINGS: &[Field] = &[
    field(
        "enable_quantity_requests",
        YesNo,
        Asked::Never,
        ["Requests by quantity", "Solicitudes por cantidad", "Demandes par quantité"],
        [
            "Ask for items by number of pieces. Left open, the bank’s choice holds.",
            "Pedir artículos por número de piezas. Si se deja abierto, vale lo que elija el banco.",
            "Demander des articles à la pièce. Sans réponse, le choix de la banque vaut.",
        ],
    ),
    field(
        "enable_individual_requests",
        YesNo,
        Asked::Never,
        [
            "Requests by number of individuals",
            "Solicitudes por número de personas",
            "Demandes par nombre de personnes",
        ],
        [
            "Ask for items by number of people. Left open, the bank’s choice holds.",
            "Pedir artículos por número de personas. Si se deja abierto, vale lo que elija el banco.",
            "Demander des articles par nombre de personnes. Sans réponse, le choix de la banque vaut.",
        ],
    ),
    field(
        "enable_child_requests",
        YesNo,
        Asked::Never,
        ["Requests by children", "Solicitudes por niños", "Demandes par enfants"],
        [
            "Ask for items child by child. Left open, the bank’s choice holds.",
            "Pedir artículos niño por niño. Si se deja abierto, vale lo que elija el banco.",
            "Demander des articles enfant par enfant. Sans réponse, le choix de la banque vaut.",
        ],
    ),
];
