//! Tests each sieve for descriptions and pronouns on sentences that it must and must not resolve.

use crate::document::Document;
use crate::ids::MentionId;
use crate::pipeline::{Settings, read_document};
use crate::record::ReadDocument;

fn surface(record: &ReadDocument, id: MentionId) -> &str {
    record.document.surface(record.mentions[id.index()].provenance.span)
}

/// What each resolved description or pronoun refers to, as `mention = first name of its chain (sieve)`, and each plural
/// mention, as `mention = member + member (sieve)`; in text order.
fn meanings(text: &str) -> Vec<String> {
    let record = read_document(Document::from_text("test", text), &Settings::default());
    let mut found = Vec::new();
    for chain in &record.chains {
        let links = chain.links.iter().filter(|link| !NAME_SIEVES.contains(&link.sieve.as_str()));
        let name =
            chain.mentions.iter().find(|id| record.mentions[id.index()].kind == crate::mention::MentionKind::Name);
        let name = surface(&record, *name.expect("every chain has a name"));
        found.extend(
            links.map(|link| (link.mention, format!("{} = {name} ({})", surface(&record, link.mention), link.sieve))),
        );
    }
    for plural in &record.plurals {
        let members: Vec<&str> = plural.members.iter().map(|id| surface(&record, *id)).collect();
        let line = format!("{} = {} ({})", surface(&record, plural.mention), members.join(" + "), plural.sieve);
        found.push((plural.mention, line));
    }
    found.sort();
    found.into_iter().map(|(_, line)| line).collect()
}

const NAME_SIEVES: [&str; 6] = ["same-name", "same-entry", "spelling", "acronym", "short-name", "name-part"];

#[test]
fn it_refers_to_the_subject_of_the_governing_clause_or_of_the_sentence_before() {
    assert_eq!(
        meanings("The Nepal River Guard left Lima. It trained clerks in May."),
        ["It = Nepal River Guard (pronoun-it)"]
    );
    assert_eq!(meanings("The Nepal River Guard said it would train clerks."), ["it = Nepal River Guard (pronoun-it)"]);
    assert_eq!(meanings("The Nepal River Guard sent its boats to Lima."), ["its = Nepal River Guard (pronoun-it)"]);
}

#[test]
fn it_stays_open_if_it_may_refer_to_another_subject() {
    for text in [
        "The boat of the Nepal River Guard sank. It was old.",
        "The plan of the Nepal River Guard failed, and its aims were forgotten.",
        "The Nepal River Guard left Lima. It is expected that Peru will pay.",
    ] {
        assert!(meanings(text).is_empty(), "{text}: {:?}", meanings(text));
    }
}

#[test]
fn only_an_organization_has_a_director_and_is_thanked_for_its_help() {
    assert_eq!(
        meanings("Minister Moana Tui thanked the Nepal River Guard for its help."),
        ["its = Nepal River Guard (its-object)"]
    );
    assert_eq!(
        meanings("Clerks were trained by the Nepal River Guard. Its director left."),
        ["Its = Nepal River Guard (its-office)"]
    );
}

#[test]
fn they_are_two_that_were_coordinated_or_met() {
    assert_eq!(
        meanings("Minister Moana Tui and Minister Tika Oli arrived in Lima. They left on Monday."),
        ["They = Moana Tui + Tika Oli (coordination)"]
    );
    assert_eq!(
        meanings("Minister Moana Tui met Minister Tika Oli in Lima. They discussed fish."),
        ["They = Moana Tui + Tika Oli (met-before)"]
    );
    for text in [
        "Minister Moana Tui praised officers. They left on Monday.",
        "Nurses from Peru and Nepal shared a ward. They left on Monday.",
    ] {
        assert!(meanings(text).is_empty(), "{text}: {:?}", meanings(text));
    }
}

#[test]
fn a_counted_description_has_as_many_members_as_it_says() {
    let text = "Estonian Trade Minister Kaarel Tamm met Peruvian Trade Minister Ana Quispe in Lima. \
                Both ministers praised the talks, and the two countries signed an agreement.";
    assert_eq!(
        meanings(text),
        ["ministers = Kaarel Tamm + Ana Quispe (met-before)", "countries = Estonian + Peruvian (met-before)"]
    );
    let three = "Minister Kaarel Tamm, Minister Ana Quispe and Minister Tika Oli spoke. The two ministers left.";
    assert!(meanings(three).is_empty(), "{:?}", meanings(three));
    let none = "Minister Kaarel Tamm and Ms. Ana Quispe spoke. The two ambassadors left.";
    assert!(meanings(none).is_empty(), "{:?}", meanings(none));
}

#[test]
fn the_latter_is_the_second_of_two() {
    let found = meanings("Mr. Tika Oli and Ms. Moana Tui came to Lima. Only the latter visited Peru.");
    assert_eq!(found, ["the latter = Moana Tui (former-latter)"]);
}

#[test]
fn i_is_the_person_quoted() {
    let found = meanings("“I met clerks,” said Minister Moana Tui. “We met,” the Nepal River Guard said.");
    assert_eq!(found, ["I = Moana Tui (speaker)", "We = Nepal River Guard (speaker-body)"]);
}

#[test]
fn we_is_the_organization_in_which_the_person_quoted_holds_an_office() {
    let text = "“We trained clerks,” said Tika Oli, the commander of the Nepal River Guard.";
    assert!(meanings(text).contains(&"We = Nepal River Guard (speaker-body)".to_owned()), "{:?}", meanings(text));
    let of = "“We trained clerks,” said Ms. Moana Tui of the Tonga Fire Service.";
    assert_eq!(meanings(of), ["We = Tonga Fire Service (speaker-body)"]);
    assert!(meanings("“We trained clerks,” said Ms. Moana Tui.").is_empty());
}

#[test]
fn a_pronoun_in_a_quotation_is_not_its_speaker() {
    let text = "Mr. Kaarel Tamm met Mr. Tika Oli. “He is my friend,” Mr. Tamm said.";
    assert!(!meanings(text).contains(&"He = Kaarel Tamm (pronoun)".to_owned()), "{:?}", meanings(text));
}

#[test]
fn him_is_not_the_subject_of_its_verb() {
    assert!(meanings("Mr. Kaarel Tamm welcomed him.").is_empty());
    assert_eq!(meanings("Mr. Tika Oli arrived. Mr. Kaarel Tamm welcomed him."), ["him = Tika Oli (pronoun)"]);
}

#[test]
fn a_pronoun_stays_open_if_two_fit() {
    for text in [
        "Mr. Kaarel Tamm visited Mr. Tika Oli in his office.",
        "The envoy arrived. He left.",
        "Mr. Kaarel Tamm spoke. The talks made him glad, Mr. Tika Oli said.",
    ] {
        assert!(meanings(text).is_empty(), "{text}: {:?}", meanings(text));
    }
}

#[test]
fn a_person_referred_to_as_she_is_never_he() {
    assert_eq!(meanings("Minister Rangi Tui arrived. She spoke. He left."), ["She = Rangi Tui (pronoun)"]);
}

#[test]
fn a_counterpart_holds_the_same_office_in_the_other_country() {
    let text = "Peruvian Trade Minister Ana Quispe spoke. Estonian Trade Minister Kaarel Tamm thanked his Peruvian \
                counterpart.";
    assert!(meanings(text).contains(&"counterpart = Ana Quispe (counterpart)".to_owned()), "{:?}", meanings(text));
    let named = "Estonian Trade Minister Kaarel Tamm met his Peruvian counterpart, Ana Quispe, in Lima.";
    assert!(meanings(named).contains(&"counterpart = Ana Quispe (apposition)".to_owned()), "{:?}", meanings(named));
}

#[test]
fn an_office_of_another_organization_or_rank_is_another_person() {
    for text in [
        "Tika Oli, the commander of the Nepal River Guard, spoke. The commander of the Tonga Fire Service left.",
        "Peru's Deputy Trade Minister Ana Quispe spoke. The minister left.",
    ] {
        let found = meanings(text);
        assert!(found.iter().all(|line| line.ends_with("(apposition)")), "{text}: {found:?}");
    }
}

#[test]
fn the_country_is_the_only_country_named_just_before() {
    assert_eq!(
        meanings("Minister Moana Tui arrived in Peru. The country needs clerks."),
        ["country = Peru (land-near)"]
    );
    assert!(meanings("Minister Moana Tui left Peru for Nepal. The country needs clerks.").is_empty());
}

#[test]
fn a_short_name_refers_to_the_only_organization_that_it_fits() {
    assert_eq!(
        meanings("The Nepal River Guard left. The River Guard returned."),
        ["River Guard = Nepal River Guard (short-body)"]
    );
    for text in [
        "The Nepal River Guard and the Tonga River Guard left. The River Guard returned.",
        "The United Nations Mission in Tonga opened. The United Nations agreed.",
    ] {
        assert!(meanings(text).is_empty(), "{text}: {:?}", meanings(text));
    }
}

#[test]
fn an_object_refers_to_the_subject_of_the_sentence_before() {
    assert_eq!(
        meanings("The Nepal River Guard is small. Peru trained it in May."),
        ["it = Nepal River Guard (pronoun-it)"]
    );
    assert!(meanings("The boat of the Nepal River Guard is small. Peru bought it.").is_empty());
}

#[test]
fn a_leader_is_the_holder_of_a_high_office_in_the_country() {
    assert_eq!(
        meanings("Nepalese President Tika Oli left Lima. The Nepalese leader was tired."),
        ["leader = Tika Oli (office)"]
    );
    assert!(meanings("Nepalese President Tika Oli left Lima. The Peruvian leader was tired.").is_empty());
}

#[test]
fn a_delegation_is_where_its_leader_is() {
    assert_eq!(
        meanings("A delegation led by Minister Moana Tui left Suva. The delegation landed in Lima."),
        ["delegation = Moana Tui (leader-of-party)"]
    );
    assert!(meanings("A delegation of Nepal left Suva. The delegation landed in Lima.").is_empty());
}

/// The organizations or countries in which persons hold offices, as `person: body`.
fn offices(text: &str) -> Vec<String> {
    let record = read_document(Document::from_text("test", text), &Settings::default());
    let is_office =
        |statement: &&crate::relation::Statement| statement.relation == crate::ontology::RelationType::AFFILIATED_WITH;
    let line = |statement: &crate::relation::Statement| {
        format!("{}: {}", surface(&record, statement.subject), surface(&record, statement.object))
    };
    record.statements.iter().filter(is_office).map(line).collect()
}

#[test]
fn an_office_of_state_belongs_to_the_state_that_the_text_speaks_of() {
    assert_eq!(offices("Floods have hit Nepal. Nepal asked for help. President Tika Oli left."), ["Tika Oli: Nepal"]);
    assert_eq!(offices("Minister Moana Tui flew to Nepal to meet President Tika Oli."), ["Tika Oli: Nepal"]);
    assert_eq!(
        offices("Nepalese President Tika Oli and Foreign Minister Moana Tui left."),
        ["Tika Oli: Nepalese", "Moana Tui: Nepalese"]
    );
}

#[test]
fn an_office_of_state_stays_open_if_several_states_may_be_meant() {
    for text in [
        "Nepal and Peru signed a treaty. President Tika Oli left.",
        "Floods have hit Nepal. President Tika Oli left.",
        "Floods have hit Nepal. Nepal asked for help. In Nepal President Tika Oli left.",
        "Floods have hit Nepal. The president of the chess club, Tika Oli, left.",
        "Nepalese President Rosa Quispe spoke. President Tika Oli left.",
    ] {
        let found = offices(text);
        assert!(!found.iter().any(|office| office.starts_with("Tika Oli")), "{text}: {found:?}");
    }
}

/// The labels of the described gatherings.
fn gatherings(text: &str) -> Vec<String> {
    let record = read_document(Document::from_text("test", text), &Settings::default());
    let described = record.mentions.iter().filter_map(|mention| mention.described);
    described.map(|span| record.document.surface(span).to_owned()).collect()
}

#[test]
fn who_attended_makes_a_gathering_a_thing() {
    assert_eq!(gatherings("Minister Moana Tui attended a ceremony. The ceremony was short."), ["ceremony"]);
    assert_eq!(gatherings("Minister Moana Tui attended the hand-over. The hand-over was short."), ["hand-over"]);
}

#[test]
fn a_gathering_without_a_named_guest_or_place_is_none() {
    for text in ["A ceremony was held.", "Moana Tui spoke of a ceremony.", "Minister Moana Tui attended the meeting."] {
        assert!(gatherings(text).is_empty(), "{text}: {:?}", gatherings(text));
    }
}

#[test]
fn a_government_is_the_only_country_named_just_before_unless_it_is_qualified() {
    assert_eq!(meanings("Floods have hit Nepal. The government sent boats."), ["government = Nepal (kind-near)"]);
    for text in ["Floods have hit Nepal. The Rewa government sent boats.", "Nepal met Peru. The government sent boats."]
    {
        assert!(meanings(text).is_empty(), "{text}: {:?}", meanings(text));
    }
}

#[test]
fn a_description_refers_to_the_only_holder_of_the_very_office() {
    let text = "Nepal's foreign minister arrived on Monday. Foreign Minister Tika Oli praised the talks.";
    assert_eq!(meanings(text), ["foreign minister = Tika Oli (office-bare)"]);
    let deputy = "Nepal's foreign minister arrived on Monday. Deputy Foreign Minister Tika Oli praised the talks.";
    assert!(meanings(deputy).iter().all(|line| !line.contains("office-bare")), "{:?}", meanings(deputy));
    let two = "Nepal's foreign minister met Peru's foreign minister. Foreign Minister Tika Oli praised the talks.";
    assert!(meanings(two).iter().all(|line| !line.contains("office-bare")), "{:?}", meanings(two));
}

#[test]
fn the_second_sentence_names_the_person_that_the_first_describes() {
    let text =
        "Tonga's economy minister visited Lima on Monday. In an interview, Moana Tui said that Peru was a friend.";
    assert_eq!(meanings(text), ["minister = Moana Tui (named-next)"]);
    let other = "Tonga's economy minister visited Lima. In an interview, Foreign Minister Moana Tui praised Peru.";
    assert!(meanings(other).iter().all(|line| !line.contains("named-next")), "{:?}", meanings(other));
    let late = "It rained. Tonga's economy minister visited Lima on Monday. Moana Tui praised Peru.";
    assert!(meanings(late).iter().all(|line| !line.contains("named-next")), "{:?}", meanings(late));
}

#[test]
fn a_description_refers_to_the_subject_before_if_nothing_speaks_against_it() {
    let text = "Mr. Tika Oli left Lima. The Nepalese foreign minister had met Mr. Jan Novak.";
    assert_eq!(meanings(text), ["foreign minister = Tika Oli (spoken-of)"]);
    let other = "President Tika Oli left Lima. The Nepalese foreign minister had met Mr. Jan Novak.";
    assert!(meanings(other).iter().all(|line| !line.contains("spoken-of")), "{:?}", meanings(other));
}

#[test]
fn the_form_of_a_state_refers_to_the_only_state_of_that_form() {
    assert_eq!(
        meanings("Denmark and Peru met in Lima. Tika Oli praised the Kingdom."),
        ["Kingdom = Denmark (form-of-state)"]
    );
    assert_eq!(meanings("Denmark and Norway met in Lima. Tika Oli praised the Kingdom."), [""; 0]);
}

#[test]
fn somebody_of_a_body_may_be_named_in_the_next_sentence() {
    assert_eq!(
        meanings("A senior Estonian diplomat left Lima on Monday. Kaarel Tammsoo said that talks had failed."),
        ["diplomat = Kaarel Tammsoo (named-next)"]
    );
    assert_eq!(
        meanings("The Estonian foreign minister met Moana Tui in Lima. Kaarel Tammsoo said that talks had failed."),
        ["foreign minister = Kaarel Tammsoo (named-next)"]
    );
    assert_eq!(meanings("Tika Oli left Lima on Monday. An Estonian official said that talks had failed."), [""; 0]);
}

#[test]
fn an_acronym_refers_to_the_only_name_whose_initials_it_spells() {
    let text = "The Rewa Lake Union met. RLU chief Tika Oli left.";
    let record = read_document(Document::from_text("test", text), &Settings::default());
    let sieves: Vec<&str> =
        record.chains.iter().flat_map(|chain| &chain.links).map(|link| link.sieve.as_str()).collect();
    assert_eq!(sieves, ["initials"]);
}

#[test]
fn the_chief_of_a_body_is_the_only_one_who_holds_an_office_in_it() {
    assert_eq!(
        meanings(
            "UN Secretary-General Tika Oli left Lima on Monday. Moana Tui stayed. The UN chief praised the talks."
        ),
        ["chief = Tika Oli (office)"]
    );
}

#[test]
fn a_former_minister_may_hold_another_office_now() {
    let text = "Estonian Defence Minister Kaarel Tammsoo met reporters. The former Estonian prime minister left.";
    assert_eq!(meanings(text), ["prime minister = Kaarel Tammsoo (spoken-of)"]);
}

#[test]
fn the_former_minister_is_not_the_minister() {
    let text = "Estonian Foreign Minister Kaarel Tammsoo left. Rain fell. The former Estonian foreign minister spoke.";
    assert_eq!(meanings(text), [""; 0]);
    let text = "Estonian Foreign Minister Kaarel Tammsoo left. Rain fell. The new Estonian foreign minister spoke.";
    assert_eq!(meanings(text), ["foreign minister = Kaarel Tammsoo (office)"]);
}
