//! Tests names from many countries, so that a list for one region cannot pass for a rule.

use super::*;
use crate::document::Document;
use crate::pipeline::{Settings, read_mentions};

/// The names in `text` outside other names, as `type:surface`.
fn names(text: &str) -> Vec<String> {
    let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Name && mention.nested_in.is_none())
        .map(|mention| format!("{}:{}", mention.entity_type, document.surface(mention.provenance.span)))
        .collect()
}

#[test]
fn titles_are_kept_apart_from_the_name() {
    assert_eq!(names("Maj. Gen. Tika Ram Oli spoke."), ["person:Tika Ram Oli"]);
    let maj_gen = Document::from_text("test", "Maj. Gen. Tika Ram Oli spoke.");
    let (document, mentions) = read_mentions(maj_gen, &Settings::default());
    let mention = &mentions[0];
    let title = document.sentences[0].bytes(mention.title.unwrap());
    assert_eq!(document.surface(title), "Maj. Gen.");
}

#[test]
fn a_name_behind_an_office_is_a_person() {
    assert_eq!(
        names("Peruvian Foreign Minister Lucio Mamani met Nauru's Minister of Health, Moana Tui."),
        ["country:Peruvian", "person:Lucio Mamani", "country:Nauru", "person:Moana Tui"]
    );
}

#[test]
fn names_of_bodies_keep_of_and_and() {
    assert_eq!(
        names("The Ministry of Trade and Industry and the National Intelligence and Security Agency agreed."),
        ["agency:Ministry of Trade and Industry", "agency:National Intelligence and Security Agency"]
    );
}

#[test]
fn the_duties_of_who_serves_a_ministry_are_no_part_of_its_name() {
    assert_eq!(
        names("The Undersecretary of the Health Ministry for Regional and Legal Affairs, Moana Tui, met Tika Oli."),
        ["agency:Health Ministry", "person:Moana Tui", "person:Tika Oli"]
    );
}

#[test]
fn a_list_of_portfolios_is_one_ministry() {
    assert_eq!(
        names("Peru's Ministry of Lands, Housing and Urban Works left."),
        ["country:Peru", "agency:Ministry of Lands, Housing and Urban Works"]
    );
}

#[test]
fn acronyms_are_known_once_defined() {
    assert_eq!(
        names("Officers of the Liberia River Guard (LRG) came. The LRG left."),
        ["agency:Liberia River Guard", "agency:LRG", "agency:LRG"]
    );
}

#[test]
fn days_openers_and_bare_titles_are_no_names() {
    assert_eq!(names("Yesterday the Minister spoke. On Monday Both sides met. During March They left."), [""; 0]);
}

#[test]
fn small_letter_forces_and_governments_belong_to_their_country() {
    assert_eq!(
        names("The Malaysian navy and the 3rd Infantry brigade helped the Peruvian government."),
        ["agency:Malaysian navy", "agency:3rd Infantry brigade", "country:Peruvian government"]
    );
}

#[test]
fn particles_and_hyphens_stay_in_personal_names() {
    assert_eq!(
        names("President Ahmad bin Khalifa al-Nasser and Dr. María de la Cruz spoke."),
        ["person:Ahmad bin Khalifa al-Nasser", "person:María de la Cruz"]
    );
}

#[test]
fn short_forms_are_found_behind_the_full_name() {
    assert_eq!(
        names("Minister Kaarel Tammsoo arrived in Oshakati. Tammsoo praised Oshakati."),
        ["person:Kaarel Tammsoo", "place:Oshakati", "person:Tammsoo", "place:Oshakati"]
    );
}

#[test]
fn a_line_of_capitals_keeps_its_small_words_out_of_names() {
    assert_eq!(
        names("OF THE NEPAL RIVER GUARD AND THE MINISTRY OF TRADE"),
        ["agency:NEPAL RIVER GUARD", "agency:MINISTRY OF TRADE"]
    );
}

#[test]
fn a_capital_that_acts_is_its_country_and_one_to_go_to_is_a_place() {
    assert_eq!(
        names("Lima accused Tallinn of spying, and Lima's policy changed. Snow fell in Lima."),
        ["country:Lima", "country:Tallinn", "country:Lima", "place:Lima"]
    );
}

/// The spelled-out names of mentions that share a noun in `text`.
fn spelled_out(text: &str) -> Vec<String> {
    let (_, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    mentions.into_iter().filter_map(|mention| mention.spelled_out).collect()
}

#[test]
fn ministries_that_share_their_noun_are_two() {
    let text = "The Ministries of Health and Foreign Affairs signed the plan.";
    assert_eq!(names(text), ["agency:Ministries of Health", "agency:Foreign Affairs"]);
    assert_eq!(spelled_out(text), ["Ministry of Health", "Ministry of Foreign Affairs"]);
    assert_eq!(spelled_out("The Finance and Health Ministries agreed."), ["Finance Ministry", "Health Ministry"]);
    assert_eq!(spelled_out("The Ministry of Lands and Local Works agreed."), [""; 0]);
}

#[test]
fn a_ministry_does_not_run_on_into_a_person() {
    assert_eq!(
        names("Kaarel Tamm of the Ministry of Sport and Lucio Mamani of the Ministry of Justice and Youth left."),
        [
            "person:Kaarel Tamm",
            "agency:Ministry of Sport",
            "person:Lucio Mamani",
            "agency:Ministry of Justice and Youth"
        ]
    );
}

#[test]
fn names_listed_under_a_common_noun_have_its_type() {
    assert_eq!(
        names("The provinces of Rewa, Naitasiri, and Serua were flooded."),
        ["place:Rewa", "place:Naitasiri", "place:Serua"]
    );
    assert_eq!(
        names("The companies Nordvik and Balteco signed a deal."),
        ["organization:Nordvik", "organization:Balteco"]
    );
    assert_eq!(
        names("The foreign ministers of Estonia and Peru met."),
        ["country:Estonia", "country:Peru"],
        "ministers are no class of things"
    );
}

#[test]
fn a_land_inside_the_name_of_a_body_is_nested_in_it() {
    let text = "The Bank of Peru and the Fijian army agreed in Panama City.";
    let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    let surface = |mention: &Mention| document.surface(mention.provenance.span).to_owned();
    let nested =
        mentions.iter().filter_map(|inner| Some((surface(inner), surface(&mentions[inner.nested_in?.index()]))));
    let pair = |inner: &str, outer: &str| (inner.to_owned(), outer.to_owned());
    assert_eq!(nested.collect::<Vec<_>>(), [pair("Peru", "Bank of Peru"), pair("Fijian", "Fijian army")]);
}

#[test]
fn quotes_and_a_noun_beside_them_make_a_programme() {
    assert_eq!(
        names("The project \"Clean Coast\" and the \"Blue Line\" initiative help Fiji."),
        ["programme:Clean Coast", "programme:Blue Line", "country:Fiji"]
    );
    assert_eq!(names("The word \"Coast\" helps Fiji."), ["country:Fiji"]);
}

#[test]
fn ministries_and_fighters_of_a_land_are_its_own() {
    assert_eq!(
        names("The Peruvian foreign ministry praised the Nepalese rebels and the Estonian embassy."),
        ["agency:Peruvian foreign ministry", "group:Nepalese rebels", "agency:Estonian embassy"]
    );
}

#[test]
fn the_government_of_a_capital_is_the_country_and_of_a_town_an_agency() {
    assert_eq!(
        names("Talks between the Lima government and the Oshakati government failed in Oshakati."),
        ["country:Lima government", "agency:Oshakati government", "place:Oshakati"]
    );
}

#[test]
fn money_and_lengths_are_no_part_of_names() {
    assert_eq!(names("He paid 20 Fijian dollars for the 15km Nadi Coast Road."), ["place:Nadi Coast Road"]);
}

#[test]
fn an_owner_or_a_seat_is_no_part_of_the_name() {
    assert_eq!(
        names("Peru's Institute of Peace and the Lima-based Baltic Rescue Mission agreed."),
        ["country:Peru", "organization:Institute of Peace", "place:Lima", "agency:Baltic Rescue Mission"]
    );
    assert_eq!(names("The Women's Rescue Desk opened."), ["agency:Women's Rescue Desk"]);
}

#[test]
fn an_acronym_shows_how_far_the_name_before_it_goes() {
    assert_eq!(
        names("The Baltic Coast Rescue in Fiji (BCRF) came."),
        ["organization:Baltic Coast Rescue in Fiji", "organization:BCRF"]
    );
}

#[test]
fn a_second_source_is_a_vote_that_raises_the_confidence() {
    let (_, mentions) =
        read_mentions(Document::from_text("test", "Officials met in Suva on Monday."), &Settings::default());
    let suva = mentions.iter().find(|mention| mention.norm == "suva").unwrap();
    assert!(suva.votes.iter().any(|vote| vote.agrees && vote.rule.as_str() == "name-finder"), "{:?}", suva.votes);
    assert!(suva.provenance.confidence > 0.95, "{}", suva.provenance.confidence);
}

#[test]
fn organs_in_small_letters_are_named_by_their_state() {
    assert_eq!(names("Peru's central bank lowered the rate."), ["agency:Peru's central bank"]);
    assert_eq!(names("Nepalese security forces left the camp."), ["agency:Nepalese security forces"]);
    assert_eq!(names("They met in Tonga's Parliament."), ["agency:Tonga's Parliament"]);
    // A thing of a force is not the force.
    assert_eq!(names("He bought Peruvian military planes."), ["country:Peruvian"]);
    assert_eq!(names("He quoted Peruvian military officials."), ["agency:Peruvian military"]);
}

#[test]
fn a_body_sent_by_states_is_one_name() {
    assert_eq!(names("The African Union force left."), ["agency:African Union force"]);
    assert_eq!(
        names("He leads the U.N. peacekeeping mission in Tonga."),
        ["agency:U.N. peacekeeping mission in Tonga"]
    );
}

#[test]
fn the_office_of_an_official_is_an_agency() {
    assert_eq!(names("The Prime Minister's Office said so."), ["agency:Prime Minister's Office"]);
    assert_eq!(names("The Peruvian president's office said so."), ["agency:Peruvian president's office"]);
}

#[test]
fn courts_stations_and_numbered_units_are_agencies() {
    assert_eq!(names("He went to the Nadi Magistrate's Court."), ["agency:Nadi Magistrate's Court"]);
    assert_eq!(names("He went to Sigatoka Police Station."), ["agency:Sigatoka Police Station"]);
    assert_eq!(names("He commands 9 Division in Fiji."), ["agency:9 Division", "country:Fiji"]);
}

#[test]
fn a_site_keeps_its_noun() {
    assert_eq!(names("They stayed in the Narok camp on Monday."), ["place:Narok camp"]);
    assert_eq!(names("They stayed in the Peruvian camp on Monday."), ["country:Peruvian"]);
}

#[test]
fn two_countries_share_their_last_word() {
    assert_eq!(
        names("Envoys from North and South Korea met in Peru."),
        ["country:North", "country:South Korea", "country:Peru"]
    );
}

#[test]
fn portfolios_and_common_acronyms_are_no_organizations() {
    assert_eq!(names("Minister of Trade and Regional Affairs Tika Oli spoke about GDP."), ["person:Tika Oli"]);
}

#[test]
fn a_listed_acronym_without_support_stands_for_itself() {
    let canonical = |text: &str| {
        let (_, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
        mentions.iter().find(|mention| mention.norm == "eln").and_then(|mention| mention.canonical.clone())
    };
    assert_eq!(canonical("Moana Tui thanked the ELN on Monday."), None);
    assert!(canonical("Colombia fights the rebels of the ELN.").is_some());
}

#[test]
fn a_definition_in_brackets_overrides_the_lists() {
    let text = "Ugandan soldiers met the Uruguay Dairy Association (UDA). The UDA left.";
    let (_, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    let canonical: Vec<_> = mentions.iter().filter(|mention| mention.norm == "uda").map(|m| &m.canonical).collect();
    assert_eq!(canonical, [&None, &None]);
}

#[test]
fn known_names_are_known_in_capitals_and_acronyms_as_words() {
    assert_eq!(names("Tonga thanked the UNITED NATIONS."), ["country:Tonga", "agency:UNITED NATIONS"]);
    assert_eq!(names("Tonga thanked Unicef."), ["country:Tonga", "agency:Unicef"]);
}

#[test]
fn a_legal_form_or_an_ampersand_makes_a_firm() {
    assert_eq!(names("Tonga sued Nordvik LLC."), ["country:Tonga", "organization:Nordvik LLC"]);
    assert_eq!(names("Tonga sued Harlow & Finch."), ["country:Tonga", "organization:Harlow & Finch"]);
}

#[test]
fn days_and_months_are_names_after_an_initial_or_a_title() {
    assert_eq!(names("Mr. March met Tika Oli."), ["person:March", "person:Tika Oli"]);
    assert!(names("Tika Oli left in March.").contains(&"person:Tika Oli".to_owned()));
}

#[test]
fn a_second_family_name_after_a_hyphen_belongs_to_the_person() {
    assert!(names("Moana Tui met Tika Oli-Latu in Lima.").contains(&"person:Tika Oli-Latu".to_owned()));
}

#[test]
fn an_acronym_without_brackets_is_typed_by_the_only_name_it_spells() {
    assert_eq!(
        names("The Rewa Lake Union met. RLU chief Tika Oli left."),
        ["organization:Rewa Lake Union", "organization:RLU", "person:Tika Oli"]
    );
    assert!(
        names("The 3rd Rewa River Guard met. Tika Oli, 3rd RRG commander, left.").contains(&"agency:3rd RRG".into())
    );
}

#[test]
fn what_the_article_calls_a_name_is_one() {
    let found = names("A movement calling itself the Lions of Rewa left. A gang known as Kabar came.");
    assert!(found.contains(&"group:Lions of Rewa".into()), "{found:?}");
    let found = names("The movement named Tika Oli as its leader.");
    assert!(!found.contains(&"group:Tika Oli".into()), "{found:?}");
}

#[test]
fn what_stands_before_its_secretary_is_no_person() {
    let found = names("Serua Growers secretary Tika Oli met Moana Tui.");
    assert!(found.iter().all(|name| name != "person:Serua Growers"), "{found:?}");
}

#[test]
fn a_title_does_not_cut_the_name_of_a_force() {
    assert_eq!(
        names("Also present was Peru Air Force Commander Moana Tui."),
        ["agency:Peru Air Force", "person:Moana Tui"]
    );
}

#[test]
fn a_mission_is_named_with_its_host() {
    assert_eq!(names("She joined the Rewa Union Mission to Peru."), ["agency:Rewa Union Mission to Peru"]);
}

#[test]
fn the_noun_of_a_group_belongs_to_its_name() {
    let found = names("Tika Oli leads the Rewa Unity party. Moana Tui left the Ansar al-Rewa movement.");
    assert!(found.contains(&"group:Rewa Unity party".into()), "{found:?}");
    assert!(found.contains(&"group:Ansar al-Rewa movement".into()), "{found:?}");
    let found = names("Tika Oli joined the Hamas movement.");
    assert!(found.contains(&"group:Hamas".into()), "{found:?}");
}

#[test]
fn initials_without_a_space_make_a_person() {
    assert_eq!(names("Lima hosted M.Tui on Monday."), ["place:Lima", "person:M.Tui"]);
    assert!(names("They saw a U.S.Army camp.").iter().all(|name| !name.starts_with("person")));
}
