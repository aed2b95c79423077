package io.stackwatch.core.notice;

import java.util.EnumSet;
import java.util.Set;

/** As what somebody is told of an alarm. Names are stored and never change. */
public enum DutyRole {
    /** Who runs the plant (运行人员), of the enterprise. */
    OPERATOR,
    /** Who keeps the monitoring equipment (运维单位), for the enterprise. */
    MAINTAINER,
    /** The head of the enterprise (企业负责人). */
    ENTERPRISE_HEAD,
    /** The officer on duty of the county (县级值班人员). */
    COUNTY_DUTY,
    /** The head of the county branch (县级分局负责人). */
    COUNTY_HEAD,
    /** The monitoring centre of the city (市监控中心). */
    CITY_CENTRE,
    /** The deputy director of the city's bureau (分管局长). */
    DEPUTY_DIRECTOR,
    /** The county's government (县政府). */
    COUNTY_GOVERNMENT,
    /** Who the alarm was assigned to, whatever else he is. */
    ASSIGNEE;

    private static final Set<DutyRole> OF_ENTERPRISE = EnumSet.of(OPERATOR, MAINTAINER, ENTERPRISE_HEAD);
    private static final Set<DutyRole> OF_COUNTY = EnumSet.of(COUNTY_DUTY, COUNTY_HEAD, COUNTY_GOVERNMENT);

    /** Whether he belongs to one enterprise. */
    public boolean ofEnterprise() {
        return OF_ENTERPRISE.contains(this);
    }

    /** Whether he belongs to one county. */
    public boolean ofCounty() {
        return OF_COUNTY.contains(this);
    }
}
