//! Tests offices in all constructions that are read.

use crate::ontology::RelationType;
use crate::relation::tests::ends_of;

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    assert_eq!(ends_of(text, RelationType::AFFILIATED_WITH), expected, "{text}");
}

#[test]
fn a_ministry_named_elsewhere_is_the_body_of_its_minister() {
    holds(
        "Estonian Interior Minister Kaarel Tammsoo spoke. The Estonian Interior Ministry praised him.",
        &["Kaarel Tammsoo | Estonian Interior Ministry"],
    );
    holds(
        "Estonian Interior Minister Kaarel Tammsoo spoke. The Interior Ministry praised him.",
        &["Kaarel Tammsoo | Interior Ministry"],
    );
    holds("Nepal's Minister of Health, Tika Oli, spoke at the Ministry of Health.", &["Tika Oli | Ministry of Health"]);
    holds("The State Department said Secretary of State Tika Oli left.", &["Tika Oli | State Department"]);
}

#[test]
fn a_ministry_of_another_land_or_portfolio_is_not_meant() {
    holds(
        "Estonian Interior Minister Kaarel Tammsoo spoke. The Peruvian Interior Ministry praised him.",
        &["Kaarel Tammsoo | Estonian"],
    );
    holds(
        "Estonian Interior Minister Kaarel Tammsoo spoke. The Estonian Finance Ministry praised him.",
        &["Kaarel Tammsoo | Estonian"],
    );
    holds(
        "Estonian Interior Minister Kaarel Tammsoo met Peruvian Interior Minister Rosa Quispe at the Interior Ministry.",
        &["Kaarel Tammsoo | Estonian", "Rosa Quispe | Peruvian"],
    );
}

#[test]
fn the_land_may_stand_behind_the_holder() {
    holds("President Rosa Quispe of Peru spoke.", &["Rosa Quispe | Peru"]);
    holds("Trade Minister Tika Oli of Nepal spoke.", &["Tika Oli | Nepal"]);
    holds("Tika Oli of the Nepal River Guard spoke.", &["Tika Oli | Nepal River Guard"]);
    holds("Baker Tika Oli of Nepal spoke.", &[]);
}

#[test]
fn the_most_specific_body_is_meant() {
    holds("Tika Oli, permanent secretary at Nepal's Ministry of Mines, spoke.", &["Tika Oli | Ministry of Mines"]);
    holds("Tika Oli, director for logistics at the Nepal River Guard, spoke.", &["Tika Oli | Nepal River Guard"]);
}

#[test]
fn a_portfolio_may_stand_between_office_and_holder() {
    holds(
        "The Nepal River Guard's deputy commander in charge of training and supplies, Maj. Gen. Tika Oli, spoke.",
        &["Tika Oli | Nepal River Guard"],
    );
}

#[test]
fn counterparts_hold_the_office_in_their_own_land() {
    holds(
        "Estonian Trade Minister Kaarel Tammsoo met her Peruvian counterpart, Rosa Quispe, in Lima.",
        &["Kaarel Tammsoo | Estonian", "Rosa Quispe | Peruvian"],
    );
    holds(
        "Estonian Trade Minister Kaarel Tammsoo met his Peruvian colleague Rosa Quispe in Lima.",
        &["Kaarel Tammsoo | Estonian", "Rosa Quispe | Peruvian"],
    );
    holds("Carpenter Kaarel Tammsoo met his Peruvian colleague Rosa Quispe in Lima.", &[]);
}

#[test]
fn holders_of_a_plural_office_are_told_apart_in_order() {
    holds(
        "The ambassadors of Peru and Fiji, Rosa Quispe and Moana Tui, spoke.",
        &["Moana Tui | Fiji", "Rosa Quispe | Peru"],
    );
    holds(
        "The Peruvian and Estonian ministers of culture, Rosa Quispe and Kaarel Tammsoo, spoke.",
        &["Kaarel Tammsoo | Estonian", "Rosa Quispe | Peruvian"],
    );
    holds(
        "It was attended by heads of state, among them Rosa Quispe of Peru and Fiji's Moana Tui.",
        &["Moana Tui | Fiji", "Rosa Quispe | Peru"],
    );
    holds(
        "Estonia's foreign and defence ministers, Kaarel Tammsoo and Mari Kask, flew to Suva.",
        &["Kaarel Tammsoo | Estonia", "Mari Kask | Estonia"],
    );
    // It is unclear which of the two serves which country.
    holds("The ambassadors of Peru, Nepal and Fiji met Rosa Quispe and Moana Tui.", &[]);
}

#[test]
fn an_envoy_does_not_serve_the_host() {
    holds("Peru's ambassador to Nepal, Rosa Quispe, spoke.", &["Rosa Quispe | Peru"]);
    holds("Rosa Quispe, the ambassador to Nepal, spoke.", &[]);
}

#[test]
fn only_offices_of_state_belong_to_a_land() {
    for text in [
        "Peruvian banker Rosa Quispe spoke.",
        "Peruvian opposition leader Rosa Quispe spoke.",
        "Peruvian football federation president Rosa Quispe spoke.",
        "Peruvian director Rosa Quispe won a prize.",
        "In Peru President Tika Oli was received.",
    ] {
        holds(text, &[]);
    }
    holds("Peruvian negotiator Rosa Quispe spoke.", &["Rosa Quispe | Peruvian"]);
}

#[test]
fn a_list_of_offices_with_their_holders_is_no_row_of_appositions() {
    holds(
        "Rosa Quispe, the minister of health of Peru, the ambassador of Fiji, Moana Tui, and a guest spoke.",
        &["Moana Tui | Fiji", "Rosa Quispe | Peru"],
    );
}

#[test]
fn a_clause_about_somebody_else_closes_no_apposition() {
    let text = "Rosa Quispe, the spokeswoman for the Fijian minister who resigned, spoke.";
    holds(text, &["minister | Fijian"]);
}

#[test]
fn an_envoy_to_a_body_serves_the_land_that_sends_him() {
    holds("Fiji's U.N. ambassador Moana Tui spoke.", &["Moana Tui | Fiji"]);
    holds("U.N. envoy Moana Tui spoke.", &["Moana Tui | U.N."]);
}

#[test]
fn names_behind_officials_are_not_always_theirs() {
    holds("Peru spoke to Nepalese officials, Tika Oli said.", &[]);
    holds(
        "Nepalese officials, including Tika Oli and Kiran Rai, spoke.",
        &["Kiran Rai | Nepalese", "Tika Oli | Nepalese"],
    );
}

#[test]
fn a_minister_without_land_has_no_ministry_of_another_sentence() {
    holds("The Nepalese Defence Ministry spoke. Tika Oli sent word to Defence Minister Rosa Quispe.", &[]);
}

#[test]
fn a_verb_may_give_the_office() {
    holds("Tika Oli is the commander of the Nepal River Guard.", &["Tika Oli | Nepal River Guard"]);
    holds("He met Tika Oli, too, who is Nepal's trade minister.", &["Tika Oli | Nepal"]);
    holds(
        "Tika Oli has been named ambassador to Peru by Nepalese President Kiran Rai.",
        &["Kiran Rai | Nepalese", "Tika Oli | Nepalese"],
    );
    holds("Tika Oli was elected president of Nepal.", &["Tika Oli | Nepal"]);
    holds("Tika Oli will be named ambassador of Nepal.", &[]);
}

#[test]
fn titles_in_a_row_have_one_holder() {
    holds(
        "The Nepal River Guard Police Commissioner, Assistant Inspector General of Police, Tika Oli, spoke.",
        &["Tika Oli | Nepal River Guard"],
    );
    holds("UNICEF Civil Affairs Officer and Sector 3 Coordinator, Tika Oli, spoke.", &["Tika Oli | UNICEF"]);
}

#[test]
fn ranks_may_stand_between_office_and_holder() {
    holds(
        "The Commissioner of the Nepal River Guard, Brig Gen (rtd) Tika Oli, spoke.",
        &["Tika Oli | Nepal River Guard"],
    );
    holds("President of the Nepal River Guard Dr. Tika Oli spoke.", &["Tika Oli | Nepal River Guard"]);
    holds("Deputy Commissioner (Media) of the Nepal River Guard, Tika Oli, spoke.", &["Tika Oli | Nepal River Guard"]);
}

#[test]
fn an_organization_may_follow_its_office_without_preposition() {
    holds("Brigadier Tika Oli (Director Nepal River Guard) spoke.", &["Tika Oli | Nepal River Guard"]);
    holds("Tika Oli, Nepal River Guard spokesman will speak.", &["Tika Oli | Nepal River Guard"]);
}

#[test]
fn an_organization_may_precede_whose() {
    holds("The Nepal River Guard, whose head, Colonel Tika Oli, spoke, left.", &["Tika Oli | Nepal River Guard"]);
}

#[test]
fn a_rank_of_a_country_is_one_of_its_force() {
    holds("Colonel Kaarel Tammsoo of Estonia spoke.", &["Kaarel Tammsoo | Estonia"]);
    holds("Carpenter Kaarel Tammsoo of Estonia spoke.", &[]);
}

#[test]
fn a_person_may_be_named_with_an_organization_and_no_office() {
    holds("Tika Oli, formerly of the Nepal River Guard, spoke.", &["Tika Oli | Nepal River Guard"]);
    holds("Tika Oli (Nepal River Guard) spoke.", &["Tika Oli | Nepal River Guard"]);
    holds("Kaarel Tammsoo's centrist Reform Party won.", &["Kaarel Tammsoo | Reform Party"]);
    holds("Kaarel Tammsoo's Reform Party rivals won.", &[]);
}

#[test]
fn a_verb_with_as_may_give_the_office() {
    holds("Tika Oli has been sworn in as the new head of the Nepal River Guard.", &["Tika Oli | Nepal River Guard"]);
    holds("Tika Oli served as head of the Nepal River Guard.", &["Tika Oli | Nepal River Guard"]);
    holds("Tika Oli was dismissed as head of the Nepal River Guard.", &["Tika Oli | Nepal River Guard"]);
    holds("Tika Oli will serve as head of the Nepal River Guard.", &[]);
}

#[test]
fn an_opposite_number_is_a_counterpart() {
    holds("He spoke with his visiting Estonian counterpart, Kaarel Tammsoo.", &["Kaarel Tammsoo | Estonian"]);
    holds("She met her opposite number from Nepal, Tika Oli.", &["Tika Oli | Nepal"]);
}

#[test]
fn offices_in_a_list_share_a_state() {
    holds(
        "Peruvian President Rosa Quispe, Speaker Lucio Mamani and Prime Minister Moana Tui spoke.",
        &["Lucio Mamani | Peruvian", "Moana Tui | Peruvian", "Rosa Quispe | Peruvian"],
    );
    holds("Peruvian President Rosa Quispe and President Moana Tui spoke.", &["Rosa Quispe | Peruvian"]);
}

#[test]
fn an_office_without_state_is_of_the_state_that_the_article_and_sentence_speak_of() {
    holds("Nepal voted. Chile praised Nepal. President Tika Oli said Nepal was proud.", &["Tika Oli | Nepal"]);
    holds("Nepal voted. Chile praised Nepal. President Rai said Nepal was proud.", &[]);
    let dated = "LIMA, 5 May 2022 - President Jan Novak praised the vote. Fiji paid Peru.";
    holds(dated, &["Jan Novak | Peru"]);
    holds("Peru voted. Minister Tika Oli received the ambassador of Peru, Rosa Quispe.", &["Rosa Quispe | Peru"]);
}

#[test]
fn a_noun_before_the_office_means_the_only_organization_with_it() {
    holds(
        "The Tartu Police College opened. The college commandant, Kaarel Tammsoo, spoke.",
        &["Kaarel Tammsoo | Tartu Police College"],
    );
    holds(
        "The Tartu Police College and the Lima Police College met. The college commandant, Kaarel Tammsoo, spoke.",
        &[],
    );
}

#[test]
fn an_office_may_describe_its_holder() {
    holds("Fiji's foreign minister arrived in Lima.", &["foreign minister | Fiji"]);
    holds("The minister of health of Peru spoke.", &["minister | Peru"]);
    holds("The Fijian commander spoke, and so did ministers of Peru.", &[]);
}

#[test]
fn a_known_holder_of_an_office_belongs_to_the_country_if_the_article_names_it() {
    holds("Chile and South Africa voted. President Nelson Mandela spoke.", &["Nelson Mandela | South Africa"]);
    holds("Chile and South Africa voted. Former President Mandela spoke.", &["Mandela | South Africa"]);
    holds("Chile voted. Chile praised Fiji. President Nelson Mandela spoke.", &[]);
    holds("Chile and South Africa voted. Captain Nelson Mandela spoke.", &[]);
}

#[test]
fn an_epithet_of_two_words_does_not_part_an_office_from_its_land() {
    holds("Kaarel Tammsoo was Estonia's longest-serving prime minister.", &["Kaarel Tammsoo | Estonia"]);
    holds("Estonia's newly-elected president, Kaarel Tammsoo, left.", &["Kaarel Tammsoo | Estonia"]);
}

#[test]
fn the_head_of_a_government_serves_its_land() {
    holds("The president of Estonia's transitional government, Kaarel Tammsoo, left.", &["Kaarel Tammsoo | Estonia"]);
    holds("The head of the Estonian government, Kaarel Tammsoo, left.", &["Kaarel Tammsoo | Estonian government"]);
}

#[test]
fn the_head_of_a_party_may_be_the_minister_of_the_state() {
    let text =
        "Peru held talks. Peru waited. Former Prime Minister Rosa Quispe, the head of the Reform Party, left Peru.";
    holds(text, &["Rosa Quispe | Peru", "Rosa Quispe | Reform Party"]);
    let text = "Peru held talks. Peru waited. Rosa Quispe is the president of the Teachers Union. President Rosa Quispe \
                left Peru.";
    holds(text, &["Rosa Quispe | Teachers Union"]);
}

#[test]
fn somebody_from_a_body_belongs_to_it() {
    holds("Rosa Quispe from the Lima River Guard spoke.", &["Rosa Quispe | Lima River Guard"]);
    holds("Rosa Quispe from Peru spoke.", &[]);
}
