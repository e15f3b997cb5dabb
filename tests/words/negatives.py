"""Every sentence that says that something is not so, and what it needs: the one place for a new one."""

from __future__ import annotations

DENIALS = frozenset({
    "latest_season_here", "never_met", "no_clubs_from", "no_evenings_between", "no_final_known",
    "no_fixtures", "no_knockout",
    "no_knockout_of_club", "no_match_in", "no_match_of_clubs", "no_matches_that_evening",
    "no_matches_tonight", "no_player", "no_records", "no_scorers_known", "no_scorers_of", "no_such_group",
    "no_such_record", "no_table", "no_table_of_club", "no_ties_known", "none_known_in",
    "not_in_competition", "not_in_competition_then", "not_in_round", "not_in_season", "not_met_in",
    "not_with_score", "nothing_known_then", "nothing_tonight",
})  # fmt: skip
"""What a gap in the results makes untrue: said with the gap, or not at all."""

TOTALS = frozenset({
    "fastest_goals", "finals_played", "goals_by_each", "hat_tricks", "matches_since", "met_times",
    "own_goals", "records_coverage", "scorers_coverage", "won_by_each", "won_level_lost",
})  # fmt: skip
"""What a gap makes too low: the same."""

UNKNOWN = frozenset({
    "date_unknown", "draw_date_unknown", "draw_expected", "final_not_known", "finals_missing",
    "goals_in_europe", "group_letters_unknown", "lacking", "ninety_unknown", "no_draws_known",
    "no_draws_known_in", "no_more_draws",
    "not_here", "own_goals_not_all_marked", "result_unknown", "results_missing", "scorer_unknown",
    "scorers_not_all_known", "scorers_partly_unknown", "scorers_unknown", "somebody", "takes_part",
    "tie_outcome_unknown", "too_few_results", "under_way_score_unknown", "went_on",
})  # fmt: skip
"""What names by itself what is not known."""

NOT_OF_RESULTS = frozenset({
    "button_no_stories", "calendar_again", "calendar_without_day", "no_more_stories", "not_held_any_more",
    "alerts_delay", "alerts_need_live", "alerts_none", "alerts_quiet", "alerts_off", "button_expired",
    "button_quiet", "button_silent", "button_unfollow", "commands", "doubtful_goals", "end_revoked",
    "entry_dropped", "entry_not_understood", "follows_nothing", "goal_disallowed", "left_out",
    "live_not_counted", "matches_left_out", "meetings_left_out", "no_club", "no_country", "no_live_source",
    "no_match_to_enter", "no_such_command", "no_such_competition", "no_such_day", "no_such_season",
    "not_drawn", "not_followed", "not_understood", "nothing_stored", "numbers", "preference_silent",
    "privacy", "results_instead", "scorers_left_out", "sources", "statuses", "unfollowed",
})  # fmt: skip
"""What is about a question, a chat, this bot, one match or what an answer leaves out."""
