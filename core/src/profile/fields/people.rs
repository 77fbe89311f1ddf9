//! Whom the agency serves, and where.

use super::{Asked, Field, FieldType::*, field};

/// Where the agency serves.
pub(super) const AREA_SERVED: &[Field] = &[field(
    "area_served",
    Areas,
    Asked::Always,
    ["Counties served", "Condados atendidos", "Comtés desservis"],
    [
        "Each county once, with the share of the clients who live there. The shares make 100 in all, or are left out.",
        "Cada condado una vez, con la parte de los clientes que viven allí. Las partes suman 100, o se omiten.",
        "Chaque comté une fois, avec la part des bénéficiaires qui y vivent. Les parts font 100 en tout, ou sont omises.",
    ],
)];

/// Whom the agency serves. The shares may overlap.
pub(super) const POPULATION_SERVED: &[Field] = &[
    field(
        "income_requirement",
        YesNo,
        Asked::Always,
        ["Income requirement", "Requisito de ingresos", "Condition de revenu"],
        [
            "Whether there is a limit on income.",
            "Si hay un límite de ingresos.",
            "S’il y a un plafond de revenu.",
        ],
    ),
    field(
        "income_verification",
        YesNo,
        Asked::Always,
        ["Income verification", "Verificación de ingresos", "Vérification du revenu"],
        ["Whether income is checked.", "Si se comprueban los ingresos.", "Si le revenu est vérifié."],
    ),
    field(
        "population_black",
        Percent,
        Asked::Always,
        ["Black or African American", "Negros o afroamericanos", "Noirs ou Afro-Américains"],
        SHARE,
    ),
    field("population_white", Percent, Asked::Always, ["White", "Blancos", "Blancs"], SHARE),
    field(
        "population_hispanic",
        Percent,
        Asked::Always,
        ["Hispanic or Latino", "Hispanos o latinos", "Hispaniques ou Latinos"],
        SHARE,
    ),
    field("population_asian", Percent, Asked::Always, ["Asian", "Asiáticos", "Asiatiques"], SHARE),
    field(
        "population_american_indian",
        Percent,
        Asked::Always,
        [
            "American Indian or Alaska Native",
            "Indígenas americanos o nativos de Alaska",
            "Amérindiens ou autochtones d’Alaska",
        ],
        SHARE,
    ),
    field(
        "population_island",
        Percent,
        Asked::Always,
        [
            "Native Hawaiian or Pacific Islander",
            "Nativos de Hawái o de las islas del Pacífico",
            "Hawaïens ou autochtones des îles du Pacifique",
        ],
        SHARE,
    ),
    field(
        "population_multi_racial",
        Percent,
        Asked::Always,
        ["Multi-racial", "Multirraciales", "Multiraciaux"],
        SHARE,
    ),
    field("population_other", Percent, Asked::Always, ["Other", "Otros", "Autres"], SHARE),
    field(
        "zips_served",
        Line,
        Asked::Always,
        ["ZIP codes served", "Códigos postales atendidos", "Codes postaux desservis"],
        ["Where the people live.", "Dónde viven las personas.", "Où vivent les personnes."],
    ),
    field(
        "at_or_below_fpl",
        Percent,
        Asked::Always,
        [
            "At or below the federal poverty line",
            "En o bajo el nivel federal de pobreza",
            "Au seuil fédéral de pauvreté ou au-dessous",
        ],
        SHARE,
    ),
    field(
        "above_1_2_fpl",
        Percent,
        Asked::Always,
        [
            "From one to two times the poverty line",
            "De una a dos veces el nivel de pobreza",
            "D’une à deux fois le seuil de pauvreté",
        ],
        SHARE,
    ),
    field(
        "above_2_fpl",
        Percent,
        Asked::Always,
        [
            "Above two times the poverty line",
            "Más de dos veces el nivel de pobreza",
            "Plus de deux fois le seuil de pauvreté",
        ],
        SHARE,
    ),
    field(
        "poverty_unknown",
        Percent,
        Asked::Always,
        ["Poverty level unknown", "Nivel de pobreza desconocido", "Niveau de pauvreté inconnu"],
        SHARE,
    ),
];

const SHARE: super::Words = [
    "The share of the people served, in percent.",
    "La parte de las personas atendidas, en porcentaje.",
    "La part des personnes servies, en pour cent.",
];
